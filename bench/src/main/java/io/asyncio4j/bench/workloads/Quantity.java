package io.asyncio4j.bench.workloads;

/** What of a result a goal is about. */
public enum Quantity {
    /** The figure itself, in the workload's unit. */
    FIGURE,
    /** Bytes resident when all tasks were there. */
    RESIDENT,
    /** Bytes of heap for an operation. */
    HEAP_EACH
}
