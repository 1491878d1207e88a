package io.asyncio4j.behaviours.cancellation;

import static io.asyncio4j.cancellation.CancellationTokenSource.linkedTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.asyncio4j.ExceptionGroup;
import io.asyncio4j.cancellation.CancellationRegistration;
import io.asyncio4j.cancellation.CancellationToken;
import io.asyncio4j.cancellation.CancellationTokenSource;
import io.asyncio4j.context.Context;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sources that are cancelled with others. */
class LinkedSourceTest {
    private final List<Object> seen = new ArrayList<>();
    private final CancellationTokenSource parent = new CancellationTokenSource();
    private final CancellationTokenSource other = new CancellationTokenSource();

    private void register(CancellationTokenSource source, Runnable callback) {
        assertThat(source.token().register(callback).isOpen()).isTrue();
    }

    @Test
    void cancelledWithAnyOfItsParents() {
        CancellationTokenSource child = linkedTo(parent.token(), other.token());
        other.cancel("the other");
        assertThat(child.isCancellationRequested()).isTrue();
        assertThat(child.token().reason()).isEqualTo("the other");
        assertThat(child.token().causedBy()).isSameAs(other.token());
        assertThat(parent.isCancellationRequested()).isFalse();
    }

    @Test
    void cancelledByItselfItLeavesItsParentsAlone() {
        CancellationTokenSource child = linkedTo(parent.token());
        child.cancel("the child");
        assertThat(parent.isCancellationRequested()).isFalse();
        assertThat(child.token().causedBy()).isSameAs(child.token());
    }

    @Test
    void laterCancellationOfAParentChangesNothing() {
        CancellationTokenSource child = linkedTo(parent.token());
        child.cancel("the child");
        parent.cancel("the parent");
        assertThat(child.token().reason()).isEqualTo("the child");
        assertThat(child.token().causedBy()).isSameAs(child.token());
    }

    @Test
    void grandchildKnowsWhereItBegan() {
        CancellationTokenSource child = linkedTo(parent.token());
        CancellationTokenSource grandchild = linkedTo(other.token(), child.token());
        parent.cancel("the parent");
        assertThat(grandchild.token().causedBy()).isSameAs(parent.token());
        assertThat(grandchild.token().reason()).isEqualTo("the parent");
    }

    @Test
    void linkedToACancelledTokenItIsBornCancelled() {
        parent.cancel("before");
        CancellationTokenSource child = linkedTo(other.token(), parent.token());
        assertThat(child.isCancellationRequested()).isTrue();
        assertThat(child.token().reason()).isEqualTo("before");
        assertThat(child.token().causedBy()).isSameAs(parent.token());
    }

    @Test
    void bornCancelledItLeavesNothingWithTheOthers() throws Exception {
        parent.cancel();
        List<CancellationRegistration> made = watched(() -> linkedTo(other.token(), parent.token()));
        assertThat(made).isNotEmpty().noneMatch(CancellationRegistration::isOpen);
    }

    @Test
    void callbacksOfAllGenerationsRunInTheOrderOfRegistration() {
        register(parent, () -> seen.add("before the link"));
        CancellationTokenSource child = linkedTo(parent.token());
        register(parent, () -> seen.add("after the link"));
        register(child, () -> seen.add("the child's"));
        parent.cancel();
        assertThat(seen).containsExactly("after the link", "the child's", "before the link");
    }

    @Test
    void failuresOfLinkedSourcesAreInTheSameGroup() {
        IllegalStateException ofTheParent = new IllegalStateException("parent");
        IllegalStateException ofTheChild = new IllegalStateException("child");
        register(parent, () -> {
            throw ofTheParent;
        });
        register(linkedTo(parent.token()), () -> seen.add("sibling"));
        register(linkedTo(linkedTo(parent.token()).token()), () -> {
            throw ofTheChild;
        });
        Throwable thrown = catchThrowable(parent::cancel);
        assertThat(((ExceptionGroup) thrown).exceptions()).containsExactly(ofTheChild, ofTheParent);
        assertThat(seen).containsExactly("sibling");
    }

    @Test
    void closedItHearsNoMoreOfItsParents() {
        CancellationTokenSource child = linkedTo(parent.token());
        register(child, () -> seen.add("never"));
        child.close();
        parent.cancel();
        assertThat(child.isCancellationRequested()).isFalse();
        assertThat(seen).isEmpty();
    }

    @Test
    void parentThatIsClosedNeverCancelsIt() {
        CancellationTokenSource child = linkedTo(parent.token());
        parent.close();
        assertThat(child.isCancellationRequested()).isFalse();
        assertThat(child.cancel()).isTrue();
    }

    @Test
    void neverCancelledTokensAreNoParents() throws Exception {
        parent.close();
        List<CancellationRegistration> made = watched(() -> linkedTo(CancellationToken.none(), parent.token()));
        assertThat(made).isEmpty();
    }

    @Test
    void linksAreGoneWhenItIsClosed() throws Exception {
        List<CancellationTokenSource> children = new ArrayList<>();
        List<CancellationRegistration> links = watched(() -> children.add(linkedTo(parent.token(), other.token())));
        assertThat(links).hasSize(2).allMatch(CancellationRegistration::isOpen);
        children.getFirst().close();
        assertThat(links).noneMatch(CancellationRegistration::isOpen);
    }

    @Test
    void linksAreGoneWhenItIsCancelled() throws Exception {
        List<CancellationTokenSource> children = new ArrayList<>();
        List<CancellationRegistration> links = watched(() -> children.add(linkedTo(parent.token(), other.token())));
        parent.cancel();
        assertThat(children.getFirst().isCancellationRequested()).isTrue();
        assertThat(links).noneMatch(CancellationRegistration::isOpen);
    }

    @Test
    void linkToNothingIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> linkedTo()).withMessageContaining("at least one token");
    }

    @Test
    void linkToNullIsRefusedBeforeAnythingIsLinked() throws Exception {
        List<CancellationRegistration> made =
                watched(() -> assertThatNullPointerException().isThrownBy(() -> linkedTo(parent.token(), null)));
        assertThat(made).isEmpty();
    }

    private static List<CancellationRegistration> watched(Runnable program) {
        List<CancellationRegistration> made = new ArrayList<>();
        new Context().run(() -> {
            CancellationRegistration.WATCH.set(made::add);
            program.run();
        });
        return made;
    }
}
