package io.asyncio4j.examples;

import static io.asyncio4j.Asyncio.*;
import static java.time.Duration.ofSeconds;

import io.asyncio4j.CancelledError;
import io.asyncio4j.Task;
import java.util.Objects;

/**
 * Shows a task that handles its cancellation and ends with a result; what is suppressed is also taken back with
 * {@code uncancel}. The error tells what {@code cancel} was given.
 */
final class CancelHandled {
    private CancelHandled() {}

    static void main() throws Exception {
        run(() -> {
            Task<String> task = createTask(() -> longTask());
            sleep(ofSeconds(2));
            task.cancel("the user has left");
            IO.println(task.await());
            IO.println(task.cancelled() ? "Task was cancelled" : "Task was not cancelled");
        });
    }

    static String longTask() {
        try {
            sleep(ofSeconds(5));
            return "all of it";
        } catch (CancelledError error) {
            IO.println("Asked to stop: " + error.getMessage());
            Objects.requireNonNull(currentTask()).uncancel();
            return "what there is so far";
        }
    }
}
