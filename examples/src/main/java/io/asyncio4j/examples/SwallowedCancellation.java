package io.asyncio4j.examples;

import static io.asyncio4j.Asyncio.*;
import static java.time.Duration.ofSeconds;

import io.asyncio4j.CancelledError;
import io.asyncio4j.Task;

/** Shows that debug mode finds a task that catches its cancellation, and goes on as if nothing had happened. */
final class SwallowedCancellation {
    private SwallowedCancellation() {}

    static void main() throws Exception {
        run(
                () -> {
                    getRunningLoop().setExceptionHandler((_, context) -> IO.println(context.message()));
                    Task<?> task = createTask(() -> work(), "worker");
                    sleep(ofSeconds(1));
                    task.cancel();
                    task.await();
                },
                true);
    }

    static void work() {
        for (int job = 1; job <= 2; job++) {
            try {
                sleep(ofSeconds(2));
                IO.println("job " + job + " done");
            } catch (CancelledError _) {
                IO.println("job " + job + " stopped");
            }
        }
    }
}
