package io.asyncio4j.examples;

import static io.asyncio4j.Asyncio.*;
import static java.time.Duration.ofSeconds;
import static java.time.temporal.ChronoUnit.SECONDS;

import io.asyncio4j.EventLoop;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** Shows the date every second, for five seconds, by the loop's clock. */
final class DisplayDate {
    private DisplayDate() {}

    static void main() throws Exception {
        run(() -> {
            EventLoop loop = getRunningLoop();
            long start = loop.time();
            long end = start + ofSeconds(5).toNanos();
            LocalDateTime startDate = LocalDateTime.now(ZoneId.systemDefault());
            while (true) {
                IO.println(startDate.plusNanos(loop.time() - start).truncatedTo(SECONDS));
                if (loop.time() + ofSeconds(1).toNanos() >= end) {
                    break;
                }
                sleep(ofSeconds(1));
            }
        });
    }
}
