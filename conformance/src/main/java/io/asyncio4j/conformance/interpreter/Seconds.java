package io.asyncio4j.conformance.interpreter;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The language counts in seconds, the library in durations and in nanoseconds of a loop's clock. */
final class Seconds {

    private static final double NANOSECONDS = 1e9;

    // A duration is always a number. The nearest that Java has to "not a number" is one that no clock can count.
    private static final Duration NOT_A_NUMBER = Duration.ofSeconds(Long.MAX_VALUE);

    private Seconds() {}

    static @Nullable Duration toDuration(@Nullable Object json) {
        if ("nan".equals(json)) {
            return NOT_A_NUMBER;
        }
        Long nanoseconds = toNanoseconds(json);
        return nanoseconds == null ? null : Duration.ofNanos(nanoseconds);
    }

    static @Nullable Long toNanoseconds(@Nullable Object json) {
        return switch (json) {
            case null -> null;
            case Number number -> Math.round(number.doubleValue() * NANOSECONDS);
            default -> throw new MalformedProgramException("not a time in seconds: " + json);
        };
    }

    static @Nullable Number ofNanoseconds(@Nullable Long nanoseconds) {
        return nanoseconds == null ? null : CanonicalText.number(nanoseconds / NANOSECONDS);
    }
}
