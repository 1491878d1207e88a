package io.asyncio4j.examples;

import static io.asyncio4j.Asyncio.*;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofSeconds;

import io.asyncio4j.CancelledError;
import io.asyncio4j.Task;

/** Shows a task that notices its cancellation, cleans up and passes it on. */
final class CancelMe {
    private CancelMe() {}

    static void main() throws Exception {
        run(() -> {
            Task<?> task = createTask(() -> cancelMe());
            sleep(ofSeconds(1));
            task.cancel();
            try {
                task.await();
            } catch (CancelledError _) {
                IO.println("main(): cancel_me is cancelled now");
            }
        });
    }

    static void cancelMe() {
        IO.println("cancel_me(): before sleep");
        try {
            sleep(ofHours(1));
        } catch (CancelledError error) {
            IO.println("cancel_me(): cancel sleep");
            throw error;
        } finally {
            IO.println("cancel_me(): after sleep");
        }
    }
}
