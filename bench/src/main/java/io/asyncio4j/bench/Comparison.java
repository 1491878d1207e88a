package io.asyncio4j.bench;

import java.util.Optional;

/**
 * A workload's results side by side.
 *
 * @param workload what was measured
 * @param ours our figures
 * @param cpython CPython's, if one was found
 */
record Comparison(Workload workload, Result ours, Optional<Result> cpython) {
    /** The figure that is compared: nanoseconds for an operation, or bytes for a task. */
    Spread figure(Result result) {
        return workload.measuresMemory() ? result.bytes(workload.tasks()) : result.nanos(workload.operations());
    }

    /** How many times less ours is than CPython's, by the medians. */
    Optional<Double> ratio() {
        return cpython.map(other -> figure(other).median() / figure(ours).median());
    }
}
