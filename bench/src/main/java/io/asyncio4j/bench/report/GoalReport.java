package io.asyncio4j.bench.report;

import io.asyncio4j.bench.workloads.Figures;
import io.asyncio4j.bench.workloads.Goal;
import io.asyncio4j.bench.workloads.Side;
import io.asyncio4j.bench.workloads.Verdict;
import io.asyncio4j.bench.workloads.Workload;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What one of ours was to reach, and whether it did.
 *
 * @param side which of ours
 * @param goal in words
 * @param fixed whether the words name the limit already
 * @param limit the figure it comes to in this run; null if that was not measured
 * @param verdict whether it was reached
 */
public record GoalReport(
        Side side, String goal, boolean fixed, @Nullable Double limit, Verdict verdict) {

    static GoalReport of(Goal goal, Workload workload, Side ours, Figures figures) {
        OptionalDouble limit = goal.limit(figures, workload, ours);
        return new GoalReport(
                ours,
                goal.text(),
                goal instanceof Goal.Fixed,
                limit.isPresent() ? limit.getAsDouble() : null,
                goal.judge(figures, workload, ours));
    }
}
