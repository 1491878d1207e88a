package io.asyncio4j.examples;

import static io.asyncio4j.Asyncio.*;
import static java.time.Duration.ofSeconds;

import io.asyncio4j.CancelledError;
import io.asyncio4j.Task;

/** Shows the plain case: cancel a task, await it, catch its cancellation. */
final class CancelTask {
    private CancelTask() {}

    static void main() throws Exception {
        run(() -> {
            Task<?> task = createTask(() -> longTask());
            sleep(ofSeconds(2));
            task.cancel();
            try {
                task.await();
            } catch (CancelledError _) {
                IO.println("Handled cancellation");
            }
        });
    }

    static void longTask() {
        IO.println("Task started");
        try {
            sleep(ofSeconds(5));
        } catch (CancelledError error) {
            IO.println("Task was cancelled");
            throw error;
        }
    }
}
