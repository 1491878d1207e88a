package io.asyncio4j.examples;

import static io.asyncio4j.Asyncio.*;
import static java.time.Duration.ofSeconds;

import io.asyncio4j.CancelledError;
import io.asyncio4j.Task;

/** Shows a cleanup that happens in any case, and may itself wait. */
final class CancelCleanup {
    private CancelCleanup() {}

    static void main() throws Exception {
        run(() -> {
            Task<?> task = createTask(() -> longTask());
            sleep(ofSeconds(2));
            task.cancel();
            try {
                task.await();
            } catch (CancelledError _) {
                IO.println("Task is cancelled, and cleaned up");
            }
        });
    }

    static void longTask() {
        IO.println("Task started");
        try {
            sleep(ofSeconds(5));
            IO.println("Task finished");
        } finally {
            IO.println("Cleaning up...");
            sleep(ofSeconds(1));
            IO.println("Clean");
        }
    }
}
