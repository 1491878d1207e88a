package io.asyncio4j.bench.contestants;

import java.util.ArrayList;
import java.util.List;

/**
 * How the JVMs of all contestants are started. Nothing that was not asked for is set.
 *
 * @param collector which garbage collector
 * @param carriers how many threads carry the JVM's virtual threads, or 0 for as many as there are processors
 */
public record JvmSettings(Collector collector, int carriers) {
    JvmSettings onOneCarrier() {
        return new JvmSettings(collector, 1);
    }

    List<String> flags() {
        List<String> flags = new ArrayList<>(collector.flags());
        if (carriers > 0) {
            flags.add("-Djdk.virtualThreadScheduler.parallelism=" + carriers);
        }
        return flags;
    }
}
