package io.asyncio4j;

import java.time.Duration;
import java.util.Objects;

/** Delays and deadlines as nanoseconds of a loop's clock; a delay that is too long is refused, one
 * that is too negative is as negative as can be. */
final class Durations {
    private Durations() {}

    static long nanos(Duration delay) {
        Objects.requireNonNull(delay, "the delay must not be null");
        try {
            return delay.toNanos();
        } catch (ArithmeticException overflow) {
            if (delay.isNegative()) {
                return Long.MIN_VALUE;
            }
            throw new IllegalArgumentException(
                    "a delay of " + delay + " is more than the loop's clock can count (292 years)", overflow);
        }
    }

    static long deadline(long now, Duration delay) {
        long nanos = nanos(delay);
        if (nanos < 0 && now < 0) {
            return Math.max(nanos, Long.MIN_VALUE - now) + now;
        }
        try {
            return Math.addExact(now, nanos);
        } catch (ArithmeticException overflow) {
            throw new IllegalArgumentException(
                    "a deadline in " + delay + " is more than the loop's clock can count (292 years)", overflow);
        }
    }
}
