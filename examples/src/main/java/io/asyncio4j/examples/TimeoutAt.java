package io.asyncio4j.examples;

import static io.asyncio4j.Asyncio.*;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofSeconds;

import java.util.concurrent.TimeoutException;

/** Shows a block with a deadline, a time of the loop's clock. */
final class TimeoutAt {
    private TimeoutAt() {}

    static void main() throws Exception {
        run(() -> {
            long deadline = getRunningLoop().time() + ofSeconds(20).toNanos();
            try {
                timeoutAt(deadline, _ -> {
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
