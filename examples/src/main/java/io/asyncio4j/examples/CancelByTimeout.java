package io.asyncio4j.examples;

import static io.asyncio4j.Asyncio.*;
import static java.time.Duration.ofSeconds;

import io.asyncio4j.CancelledError;
import java.util.concurrent.TimeoutException;

/** Shows a task that is cancelled because it takes longer than its caller waits. */
final class CancelByTimeout {
    private CancelByTimeout() {}

    static void main() throws Exception {
        run(() -> {
            try {
                waitFor(() -> longTask(), ofSeconds(2));
            } catch (TimeoutException _) {
                IO.println("Task timed out");
            }
        });
    }

    static void longTask() {
        IO.println("Task started");
        try {
            sleep(ofSeconds(5));
            IO.println("Task finished");
        } catch (CancelledError error) {
            IO.println("Task was cancelled");
            throw error;
        }
    }
}
