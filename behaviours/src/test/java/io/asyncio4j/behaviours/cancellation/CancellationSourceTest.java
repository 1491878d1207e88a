package io.asyncio4j.behaviours.cancellation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.asyncio4j.BaseExceptionGroup;
import io.asyncio4j.CancelledError;
import io.asyncio4j.ExceptionGroup;
import io.asyncio4j.cancellation.CancellationRegistration;
import io.asyncio4j.cancellation.CancellationToken;
import io.asyncio4j.cancellation.CancellationTokenSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A source without a loop: what its token says, and what comes out of {@code cancel}. */
class CancellationSourceTest {
    private final List<Object> seen = new ArrayList<>();
    private final CancellationTokenSource source = new CancellationTokenSource();
    private final CancellationToken token = source.token();

    private void register(Runnable callback) {
        assertThat(token.register(callback).isOpen()).isTrue();
    }

    @Test
    void newSourceIsNotCancelled() {
        assertThat(source.isCancellationRequested()).isFalse();
        assertThat(token.isCancellationRequested()).isFalse();
        assertThat(token.canBeCancelled()).isTrue();
        assertThat(token.reason()).isNull();
        assertThat(token.causedBy()).isNull();
        assertThatCode(token::throwIfCancellationRequested).doesNotThrowAnyException();
    }

    @Test
    void tokenIsAlwaysTheSame() {
        assertThat(source.token()).isSameAs(token);
    }

    @Test
    void cancellationIsSeenThroughTheToken() {
        assertThat(source.cancel("enough")).isTrue();
        assertThat(source.isCancellationRequested()).isTrue();
        assertThat(token.isCancellationRequested()).isTrue();
        assertThat(token.reason()).isEqualTo("enough");
        assertThat(token.causedBy()).isSameAs(token);
    }

    @Test
    void onlyTheFirstCancelCounts() {
        source.cancel("first");
        register(source, () -> seen.add("at once"));
        assertThat(source.cancel("second")).isFalse();
        assertThat(token.reason()).isEqualTo("first");
        assertThat(seen).containsExactly("at once");
    }

    private static void register(CancellationTokenSource of, Runnable callback) {
        assertThat(of.token().register(callback).isOpen()).isFalse();
    }

    @Test
    void errorOfACancelledTokenKnowsReasonAndToken() {
        source.cancel("enough");
        CancelledError error = catchThrowableOfType(CancelledError.class, token::throwIfCancellationRequested);
        assertThat(error).hasMessage("enough");
        assertThat(CancellationToken.of(error)).isSameAs(token);
    }

    @Test
    void errorOfSomebodyElseHasNoToken() {
        assertThat(CancellationToken.of(new CancelledError("by hand"))).isNull();
        assertThat(CancellationToken.of(CancelledError.because("another reason", "a string", null)))
                .isNull();
    }

    @Test
    void noneIsNeverCancelled() {
        CancellationToken none = CancellationToken.none();
        CancellationRegistration registration = none.register(() -> seen.add("never"));
        assertThat(none.isCancellationRequested()).isFalse();
        assertThat(none.canBeCancelled()).isFalse();
        assertThat(registration.isOpen()).isFalse();
        assertThatCode(none::throwIfCancellationRequested).doesNotThrowAnyException();
        assertThatCode(registration::close).doesNotThrowAnyException();
        assertThat(none).isSameAs(CancellationToken.none());
    }

    @Test
    void outsideOfAnyTaskTheCurrentTokenIsNone() {
        assertThat(CancellationToken.current()).isSameAs(CancellationToken.none());
    }

    @Test
    void callbacksRunNewestFirst() {
        register(() -> seen.add("first"));
        register(() -> seen.add("second"));
        register(() -> seen.add("third"));
        source.cancel();
        assertThat(seen).containsExactly("third", "second", "first");
    }

    @Test
    void callbacksSeeTheCancellation() {
        register(() -> seen.add(token.isCancellationRequested() + " " + token.reason()));
        source.cancel("enough");
        assertThat(seen).containsExactly("true enough");
    }

    @Test
    void cancelFromWithinACallbackDoesNothing() {
        register(() -> seen.add("older"));
        register(() -> seen.add(source.cancel("again")));
        source.cancel("enough");
        assertThat(seen).containsExactly(false, "older");
        assertThat(token.reason()).isEqualTo("enough");
    }

    @Test
    void callbackThatThrowsDoesNotStopTheOthers() {
        IllegalStateException first = new IllegalStateException("first");
        IllegalStateException third = new IllegalStateException("third");
        register(() -> {
            throw first;
        });
        register(() -> seen.add("second"));
        register(() -> {
            throw third;
        });
        Throwable thrown = catchThrowable(source::cancel);
        assertThat(seen).containsExactly("second");
        assertThat(thrown).isInstanceOf(ExceptionGroup.class);
        assertThat(((ExceptionGroup) thrown).exceptions()).containsExactly(third, first);
    }

    @Test
    void errorAmongTheFailuresMakesTheGroupAnError() {
        register(() -> {
            throw new AssertionError("a bug");
        });
        register(() -> {
            throw new IllegalStateException("a failure");
        });
        Throwable thrown = catchThrowable(source::cancel);
        assertThat(thrown).isInstanceOf(BaseExceptionGroup.class);
        assertThat(((BaseExceptionGroup) thrown).exceptions()).hasSize(2);
    }

    @Test
    void cancelWithoutFailuresThrowsNothingTheSecondTime() {
        register(() -> {
            throw new IllegalStateException("once");
        });
        assertThat(catchThrowable(source::cancel)).isInstanceOf(ExceptionGroup.class);
        assertThatCode(source::cancel).doesNotThrowAnyException();
    }

    @Test
    void closingIsNoCancellation() {
        register(() -> seen.add("never"));
        source.close();
        assertThat(token.isCancellationRequested()).isFalse();
        assertThat(token.canBeCancelled()).isFalse();
        assertThat(seen).isEmpty();
    }

    @Test
    void closedSourceCannotBeCancelled() {
        source.close();
        assertThatIllegalStateException().isThrownBy(source::cancel).withMessageContaining("is closed");
        assertThat(token.isCancellationRequested()).isFalse();
    }

    @Test
    void cancelledSourceStaysCancelledWhenClosed() {
        source.cancel("enough");
        source.close();
        assertThat(token.isCancellationRequested()).isTrue();
        assertThat(token.reason()).isEqualTo("enough");
        assertThat(source.cancel("again")).isFalse();
    }

    @Test
    void closingTwiceIsHarmless() {
        source.close();
        assertThatCode(source::close).doesNotThrowAnyException();
    }

    @Test
    void sourceClosedByACallbackStillCallsTheOthers() {
        register(() -> seen.add("older"));
        register(source::close);
        source.cancel();
        assertThat(seen).containsExactly("older");
    }

    @Test
    void textShowsTheState() {
        assertThat(source).hasToString("<CancellationTokenSource [open]>");
        assertThat(CancellationToken.none()).hasToString("<CancellationToken [none]>");
        source.cancel("enough");
        assertThat(token).hasToString("<CancellationToken [cancelled] reason='enough'>");
        CancellationTokenSource closed = new CancellationTokenSource();
        closed.close();
        assertThat(closed.token()).hasToString("<CancellationToken [closed]>");
    }
}
