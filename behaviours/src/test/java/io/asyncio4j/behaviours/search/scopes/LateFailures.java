package io.asyncio4j.behaviours.search.scopes;

import io.asyncio4j.testkit.TestRun;
import java.util.function.Predicate;

/** What a scenario's tasks fail with while they are being cancelled: that reaches the loop's exception handler, as promised. */
final class LateFailures {

    private LateFailures() {}

    /** Lets these pass, by their messages; whatever else the handler is told fails the run. */
    static void tolerate(TestRun run, Predicate<String> messages) {
        run.loop().setExceptionHandler((_, context) -> {
            Throwable exception = context.exception();
            if (exception == null || exception.getMessage() == null || !messages.test(exception.getMessage())) {
                run.found(new AssertionError(context.message(), exception));
            }
        });
    }
}
