package io.asyncio4j.bench.workloads;

/** Whether a goal was reached. */
public enum Verdict {
    MET,
    MISSED,
    /** What it is judged by was not measured. */
    OPEN
}
