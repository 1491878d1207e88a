package io.asyncio4j.bench.contest;

import io.asyncio4j.bench.workloads.Side;
import io.asyncio4j.bench.workloads.Trial;
import java.util.List;
import java.util.Optional;

/**
 * The results of a trial side by side.
 *
 * @param trial what was measured
 * @param results of all contestants, in their order
 */
public record Comparison(Trial trial, List<Result> results) {
    /** The result of one. */
    public Optional<Result> of(Side side) {
        return results.stream().filter(result -> result.side() == side).findFirst();
    }
}
