package io.asyncio4j.bench.workloads;

/** How a workload is run. */
public enum Manner {
    /** Round by round in one process, after warm-up. */
    ROUNDS,
    /** A single round in a process of its own, not warmed up: what the process then takes of memory is measured. */
    MEMORY,
    /** A process from its start to its end, which speaks no protocol. */
    WHOLE_PROCESS
}
