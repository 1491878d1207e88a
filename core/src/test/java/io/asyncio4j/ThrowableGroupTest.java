package io.asyncio4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a group is made of, and which kind it is. */
class ThrowableGroupTest {
    private final IOException failure = new IOException("disk");
    private final AssertionError error = new AssertionError("claim");

    @Test
    void membersKeepTheirOrder() {
        var other = new IOException("net");
        assertThat(new ExceptionGroup("both", List.of(failure, other)).exceptions())
                .containsExactly(failure, other);
    }

    @Test
    void membersCannotBeChangedFromOutside() {
        List<Throwable> given = new ArrayList<>(List.of(failure));
        var group = new ExceptionGroup("one", given);
        given.clear();
        assertThat(group.exceptions()).containsExactly(failure).isUnmodifiable();
    }

    @Test
    void messageIsTheOneGiven() {
        assertThat(new ExceptionGroup("disk and net", List.of(failure)).message())
                .isEqualTo("disk and net");
    }

    @Test
    void getMessageCountsOneMemberInTheSingular() {
        assertThat(new ExceptionGroup("failed", List.of(failure))).hasMessage("failed (1 sub-exception)");
    }

    @Test
    void getMessageCountsSeveralMembersInThePlural() {
        assertThat(new BaseExceptionGroup("failed", List.of(failure, error))).hasMessage("failed (2 sub-exceptions)");
    }

    @Test
    void groupOfExceptionsIsAnException() {
        assertThat(ThrowableGroup.of("failed", List.of(failure))).isInstanceOf(ExceptionGroup.class);
    }

    @Test
    void anErrorAmongTheMembersMakesTheBaseKind() {
        assertThat(ThrowableGroup.of("failed", List.of(failure, error))).isInstanceOf(BaseExceptionGroup.class);
    }

    @Test
    void cancelledMemberMakesTheBaseKind() {
        assertThat(ThrowableGroup.of("failed", List.of(new CancelledError()))).isInstanceOf(BaseExceptionGroup.class);
    }

    @Test
    void baseKindMayHoldExceptionsOnly() {
        assertThat(new BaseExceptionGroup("failed", List.of(failure)).exceptions())
                .containsExactly(failure);
    }

    @Test
    void exceptionGroupRefusesAnError() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ExceptionGroup("failed", List.of(failure, error)))
                .withMessage("an ExceptionGroup holds exceptions only, and java.lang.AssertionError is none:"
                        + " use a BaseExceptionGroup, or let ThrowableGroup.of choose");
    }

    @Test
    void exceptionGroupRefusesGroupOfTheBaseKind() {
        var nested = new BaseExceptionGroup("inner", List.of(failure));
        assertThatIllegalArgumentException().isThrownBy(() -> new ExceptionGroup("outer", List.of(nested)));
    }

    @Test
    void emptyGroupIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ThrowableGroup.of("failed", List.of()))
                .withMessage("a group needs at least one exception");
    }

    @Test
    void nullAmongTheMembersIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BaseExceptionGroup("failed", Arrays.asList(failure, null)))
                .withMessage("exception 1 of the group is null");
    }

    @Test
    void nullMessageIsRefused() {
        assertThatNullPointerException()
                .isThrownBy(() -> new ExceptionGroup(null, List.of(failure)))
                .withMessage("message");
    }

    @Test
    void eitherKindIsItsOwnThrowable() {
        ThrowableGroup exception = new ExceptionGroup("failed", List.of(failure));
        ThrowableGroup base = new BaseExceptionGroup("failed", List.of(failure));
        assertThat(exception.asThrowable()).isSameAs(exception);
        assertThat(base.asThrowable()).isSameAs(base);
    }

    @Test
    void catchingExceptionDoesNotSwallowTheBaseKind() {
        assertThatThrownBy(() -> {
                    try {
                        throw new BaseExceptionGroup("failed", List.of(error));
                    } catch (Exception swallowed) {
                        throw new AssertionError("swallowed", swallowed);
                    }
                })
                .isInstanceOf(BaseExceptionGroup.class);
    }

    @Test
    void membersAreSuppressedExceptionsForLoggers() {
        assertThat(new ExceptionGroup("failed", List.of(failure))).hasSuppressedException(failure);
    }

    @Test
    void groupSurvivesSerialization() throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(new ExceptionGroup("failed", List.of(failure)));
        }
        try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            var copy = (ExceptionGroup) in.readObject();
            assertThat(copy.exceptions().getFirst())
                    .isInstanceOf(IOException.class)
                    .hasMessage("disk");
        }
    }
}
