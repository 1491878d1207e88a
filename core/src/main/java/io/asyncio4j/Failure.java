package io.asyncio4j;

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
}
