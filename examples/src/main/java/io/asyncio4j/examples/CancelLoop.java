package io.asyncio4j.examples;

import static io.asyncio4j.Asyncio.*;
import static java.time.Duration.ofSeconds;

import io.asyncio4j.CancelledError;
import io.asyncio4j.Task;

/** Shows a loop that is cancelled before it has come to its end. */
final class CancelLoop {
    private CancelLoop() {}

    static void main() throws Exception {
        run(() -> {
            Task<?> task = createTask(() -> longRunningLoop());
            sleep(ofSeconds(3));
            task.cancel();
            try {
                task.await();
            } catch (CancelledError _) {
                IO.println("Task was cancelled during loop execution");
            }
        });
    }

    static void longRunningLoop() {
        for (int iteration = 1; iteration <= 5; iteration++) {
            sleep(ofSeconds(1));
            IO.println("Task running... iteration " + iteration);
        }
    }
}
