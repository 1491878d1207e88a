package io.asyncio4j;

import java.util.Objects;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** How a future failed. The report is what is left to say while nobody has retrieved the exception. */
final class Failure {
    final Throwable exception;

    @Nullable
    UnretrievedFailure report;

    Failure(Throwable exception, @Nullable UnretrievedFailure report) {
        this.exception = exception;
        this.report = report;
    }

    /** How the future fails with what was thrown; it is to be reported unless somebody looks at it. */
    static Failure of(Future<?> future, Throwable thrown) {
        boolean usual = thrown instanceof Exception || thrown instanceof Error;
        Throwable exception = usual ? thrown : new CompletionException(thrown);
        // a cancellation is no failure, and may refer to this very future, which would then never be garbage
        boolean silent = leavesTheLoop(exception) || exception instanceof CancelledError;
        return new Failure(
                exception, silent ? null : future.loop.unretrieved().add(future, exception, future.source()));
    }

    /** Whether it passes through everything and ends the run. */
    static boolean leavesTheLoop(@Nullable Throwable exception) {
        return exception instanceof KeyboardInterrupt || exception instanceof SystemExit;
    }

    static void check(Throwable exception) {
        Objects.requireNonNull(exception, "the exception of a future must not be null");
        if (!(exception instanceof Exception) && !(exception instanceof Error)) {
            throw new IllegalArgumentException("a future fails with an Exception or an Error, not with a bare "
                    + exception.getClass().getName());
        }
    }
}
