package io.asyncio4j;

import java.time.Duration;
import java.util.Objects;

/** Delays and deadlines as nanoseconds of a loop's clock; what does not fit is refused. */
final class Durations {
    private Durations() {}

    static long nanos(Duration delay) {
        Objects.requireNonNull(delay, "the delay must not be null");
        try {
            return delay.toNanos();
        } catch (ArithmeticException overflow) {
            throw new IllegalArgumentException(
                    "a delay of " + delay + " is more than the loop's clock can count (292 years)", overflow);
        }
    }

    static long deadline(long now, Duration delay) {
        try {
            return Math.addExact(now, nanos(delay));
        } catch (ArithmeticException overflow) {
            throw new IllegalArgumentException(
                    "a deadline in " + delay + " is more than the loop's clock can count (292 years)", overflow);
        }
    }
}
