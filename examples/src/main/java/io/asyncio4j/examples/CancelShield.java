package io.asyncio4j.examples;

import static io.asyncio4j.Asyncio.*;
import static java.time.Duration.ofSeconds;

import io.asyncio4j.CancelledError;
import io.asyncio4j.Future;
import io.asyncio4j.Task;

/** Shows a shield: cancelling it ends the wait, but not the task behind it. */
final class CancelShield {
    private CancelShield() {}

    static void main() throws Exception {
        run(() -> {
            Task<?> task = createTask(() -> longTask());
            Future<?> shield = shield(task);
            sleep(ofSeconds(2));
            shield.cancel();
            try {
                shield.await();
            } catch (CancelledError _) {
                IO.println("The shield was cancelled, the task was not");
            }
            task.await();
        });
    }

    static void longTask() {
        sleep(ofSeconds(5));
        IO.println("Task finished");
    }
}
