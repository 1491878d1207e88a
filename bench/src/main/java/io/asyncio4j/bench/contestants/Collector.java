package io.asyncio4j.bench.contestants;

import java.util.List;

/** The garbage collectors one may ask for. */
public enum Collector {
    /** What the JVM takes by itself: G1, but Serial on a small machine. */
    DEFAULT,
    G1,
    PARALLEL,
    SERIAL,
    SHENANDOAH,
    Z;

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
