package io.asyncio4j.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The garbage collectors one may ask for. */
enum Collector {
    /** What the JVM takes by itself: G1, but Serial on a small machine. */
    DEFAULT,
    G1,
    PARALLEL,
    SERIAL,
    SHENANDOAH,
    Z;

    static Collector named(String name) {
        return Arrays.stream(values())
                .filter(collector -> collector.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no collector '" + name + "', but "
                        + Arrays.toString(values()).toLowerCase(Locale.ROOT)));
    }

    List<String> flags() {
        return switch (this) {
            case DEFAULT -> List.of();
            case G1 -> List.of("-XX:+UseG1GC");
            case PARALLEL -> List.of("-XX:+UseParallelGC");
            case SERIAL -> List.of("-XX:+UseSerialGC");
            case SHENANDOAH -> List.of("-XX:+UseShenandoahGC");
            case Z -> List.of("-XX:+UseZGC");
        };
    }
}
