package io.asyncio4j.bench.report;

import io.asyncio4j.bench.contest.Result;
import io.asyncio4j.bench.contest.Spread;
import io.asyncio4j.bench.workloads.Side;
import org.jspecify.annotations.Nullable;

/**
 * What one contestant took. Without a figure it has no such program or, if there is a failure, it failed.
 *
 * @param side whose it is
 * @param runtime what it ran on, in its own words
 * @param rounds how many counted
 * @param figure in the workload's unit
 * @param resident bytes resident with all tasks, if memory was measured
 * @param peak the most bytes resident, if memory was measured
 * @param heapEach bytes of heap for an operation, if memory was measured and there is such a heap
 * @param failure why there is no figure
 */
public record Entry(
        Side side,
        String runtime,
        int rounds,
        @Nullable Spread figure,
        @Nullable Spread resident,
        @Nullable Spread peak,
        @Nullable Spread heapEach,
        @Nullable String failure) {

    static Entry of(Result result) {
        return new Entry(
                result.side(),
                result.runtime(),
                result.rounds(),
                result.figure().orElse(null),
                result.resident().orElse(null),
                result.peak().orElse(null),
                result.heapEach().orElse(null),
                result.failure());
    }
}
