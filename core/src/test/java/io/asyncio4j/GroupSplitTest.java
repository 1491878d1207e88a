package io.asyncio4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How a group is divided, and what its parts keep. */
class GroupSplitTest {
    private final IOException disk = new IOException("disk");
    private final IOException missing = new FileNotFoundException("missing");
    private final IllegalStateException state = new IllegalStateException("state");
    private final AssertionError claim = new AssertionError("claim");

    private final ExceptionGroup inner = new ExceptionGroup("inner", List.of(missing, state));
    private final ExceptionGroup outer = new ExceptionGroup("outer", List.of(disk, inner));

    /** A group with something to keep besides its message. */
    private static final class Numbered extends ExceptionGroup {
        private static final long serialVersionUID = 1L;
        private final int number;

        Numbered(int number, List<? extends Throwable> exceptions) {
            super("numbered", exceptions);
            this.number = number;
        }

        @Override
        public Numbered derive(List<? extends Throwable> exceptions) {
            return new Numbered(number, exceptions);
        }
    }

    private static ExceptionGroup nested(ExceptionGroup group, int index) {
        return (ExceptionGroup) group.exceptions().get(index);
    }

    @Test
    void matchingPartKeepsTheNesting() {
        ExceptionGroup matching = outer.split(IOException.class).matching();
        assertThat(matching.exceptions()).hasSize(2).startsWith(disk);
        assertThat(nested(matching, 1).exceptions()).containsExactly(missing);
    }

    @Test
    void restKeepsTheNestingAndLosesEmptyGroups() {
        ExceptionGroup rest = outer.split(IOException.class).rest();
        assertThat(rest.exceptions()).hasSize(1);
        assertThat(nested(rest, 0).exceptions()).containsExactly(state);
    }

    @Test
    void partsHaveTheMessagesOfTheirGroups() {
        ExceptionGroup matching = outer.subgroup(FileNotFoundException.class);
        assertThat(matching.message()).isEqualTo("outer");
        assertThat(nested(matching, 0).message()).isEqualTo("inner");
    }

    @Test
    void groupThatMatchesItselfIsTheMatchingPartWhole() {
        assertThat(outer.split(ExceptionGroup.class)).isEqualTo(new ThrowableGroup.Split<>(outer, null));
    }

    @Test
    void nestedGroupThatMatchesStaysWhole() {
        ExceptionGroup matching = outer.subgroup(throwable -> throwable == inner);
        assertThat(matching.exceptions()).containsExactly(inner);
    }

    @Test
    void nothingMatchesMeansNoMatchingPart() {
        var parts = outer.split(ArithmeticException.class);
        assertThat(parts.matching()).isNull();
        assertThat(parts.rest().exceptions()).hasSize(2);
    }

    @Test
    void everythingMatchesMeansNoRest() {
        assertThat(inner.split(throwable -> throwable != inner).rest()).isNull();
    }

    @Test
    void subgroupIsNullWhereNothingMatches() {
        assertThat(outer.subgroup(ArithmeticException.class)).isNull();
    }

    @Test
    void exceptionsOfBaseGroupBecomeAnExceptionGroup() {
        var base = new BaseExceptionGroup("mixed", List.of(disk, claim));
        var parts = base.split(Exception.class);
        assertThat(parts.matching()).isInstanceOf(ExceptionGroup.class);
        assertThat(parts.rest()).isInstanceOf(BaseExceptionGroup.class);
    }

    @Test
    void baseGroupGivesSubgroupsByTypeAndByCondition() {
        var base = new BaseExceptionGroup("mixed", List.of(disk, claim));
        assertThat(base.subgroup(IOException.class).exceptions()).containsExactly(disk);
        assertThat(base.subgroup(throwable -> throwable == claim).exceptions()).containsExactly(claim);
    }

    @Test
    void partsShareTheStackTrace() {
        outer.setStackTrace(new StackTraceElement[] {new StackTraceElement("app.Main", "run", "Main.java", 7)});
        var parts = outer.split(IOException.class);
        assertThat(parts.matching().getStackTrace()).isEqualTo(outer.getStackTrace());
        assertThat(parts.rest().getStackTrace()).isEqualTo(outer.getStackTrace());
    }

    @Test
    void partsShareTheCause() {
        outer.initCause(claim);
        var parts = outer.split(IOException.class);
        assertThat(parts.matching()).hasCause(claim);
        assertThat(parts.rest()).hasCause(claim);
    }

    @Test
    void nestedPartsShareTheCauseOfTheirGroup() {
        inner.initCause(claim);
        assertThat(nested(outer.subgroup(FileNotFoundException.class), 0)).hasCause(claim);
    }

    @Test
    void partsShareWhatWasSuppressedBesidesTheMembers() {
        outer.addSuppressed(claim);
        assertThat(outer.subgroup(FileNotFoundException.class).getSuppressed())
                .hasSize(2)
                .contains(claim)
                .doesNotContain(disk, inner);
    }

    @Test
    void partsAreMadeByDerive() {
        var group = new Numbered(7, List.of(disk, state));
        assertThat(group.split(IOException.class).matching())
                .isInstanceOfSatisfying(
                        Numbered.class, part -> assertThat(part.number).isEqualTo(7));
    }

    @Test
    void splittingLeavesTheGroupAsItWas() {
        outer.split(IOException.class);
        assertThat(outer.exceptions()).containsExactly(disk, inner);
        assertThat(inner.exceptions()).containsExactly(missing, state);
    }
}
