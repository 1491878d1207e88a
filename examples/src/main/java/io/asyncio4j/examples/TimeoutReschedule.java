package io.asyncio4j.examples;

import static io.asyncio4j.Asyncio.*;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofSeconds;

import io.asyncio4j.Timeout;
import java.util.concurrent.TimeoutException;

/** Shows a time limit that is not known when the block begins, and set in it. */
final class TimeoutReschedule {
    private TimeoutReschedule() {}

    static void main() throws Exception {
        run(() -> {
            Timeout limit = Timeout.of(null);
            try {
                limit.with(timeout -> {
                    timeout.reschedule(getRunningLoop().time() + ofSeconds(10).toNanos());
                    longRunningTask();
                });
            } catch (TimeoutException _) {
                // limit.expired() tells
            }
            if (limit.expired()) {
                IO.println("Looks like we haven't finished on time.");
            }
        });
    }

    static void longRunningTask() {
        sleep(ofHours(1));
    }
}
