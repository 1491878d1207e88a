package io.asyncio4j.bench.workloads;

/** What becomes more in a workload of another size. */
enum Growth {
    /** Nothing: it has one size only. */
    NONE,
    /** The tasks. */
    TASKS,
    /** The tasks, each of which then does less: as much is done altogether. */
    SHARING_TASKS,
    /** How often it is done. */
    TIMES
}
