package io.asyncio4j.bench.workloads;

import java.util.OptionalDouble;

/** What has been measured so far in a run, for goals to be judged by. */
@FunctionalInterface
public interface Figures {
    /** A median; empty if it has not been measured, or could not be. */
    OptionalDouble median(Workload workload, Side side, Quantity quantity);
}
