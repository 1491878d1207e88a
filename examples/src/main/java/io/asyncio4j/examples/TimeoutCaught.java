package io.asyncio4j.examples;

import static io.asyncio4j.Asyncio.*;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofSeconds;

import java.util.concurrent.TimeoutException;

/** Shows a block with a time limit; its exception is caught outside of the block. */
final class TimeoutCaught {
    private TimeoutCaught() {}

    static void main() throws Exception {
        run(() -> {
            try {
                timeout(ofSeconds(10), _ -> {
                    longRunningTask();
                });
            } catch (TimeoutException _) {
                IO.println("The long operation timed out, but we've handled it.");
            }
            IO.println("This statement will run regardless.");
        });
    }

    static void longRunningTask() {
        sleep(ofHours(1));
    }
}
