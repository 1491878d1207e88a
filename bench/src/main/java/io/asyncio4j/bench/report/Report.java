package io.asyncio4j.bench.report;

import io.asyncio4j.bench.contest.Machine;
import java.time.Instant;
import java.util.List;

/**
 * All that a run measured.
 *
 * @param taken when it began
 * @param machine on what
 * @param settings under which circumstances
 * @param workloads each with its figures, in the order measured
 */
public record Report(Instant taken, Machine machine, Settings settings, List<WorkloadReport> workloads) {
    /**
     * The circumstances.
     *
     * @param rounds how many were asked for
     * @param collector of all JVMs
     * @param carriers how many were asked for, or 0 for the JVM's own choice
     * @param busy how many processors were kept busy
     */
    public record Settings(int rounds, String collector, int carriers, int busy) {}
}
