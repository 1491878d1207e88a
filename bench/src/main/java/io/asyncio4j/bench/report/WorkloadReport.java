package io.asyncio4j.bench.report;

import io.asyncio4j.bench.contest.Comparison;
import io.asyncio4j.bench.contest.Result;
import io.asyncio4j.bench.workloads.Figures;
import io.asyncio4j.bench.workloads.Goal;
import io.asyncio4j.bench.workloads.Side;
import io.asyncio4j.bench.workloads.Trial;
import io.asyncio4j.bench.workloads.Unit;
import io.asyncio4j.bench.workloads.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The figures of a workload in one size, side by side.
 *
 * @param workload its label
 * @param number its number
 * @param title what is measured
 * @param tasks how many tasks took part
 * @param times how often each did it
 * @param unit what the figures count
 * @param entries of all who were there, in their order
 * @param goals what ours was to reach
 */
public record WorkloadReport(
        String workload,
        String number,
        String title,
        int tasks,
        int times,
        Unit unit,
        List<Entry> entries,
        List<GoalReport> goals) {

    /** Of a workload in its own size, with goals. */
    public static WorkloadReport judged(Comparison comparison, Figures figures) {
        Workload workload = comparison.trial().workload();
        List<GoalReport> goals = new ArrayList<>();
        for (Goal goal : workload.goals()) {
            comparison.results().stream()
                    .map(Result::side)
                    .filter(Side::isOurs)
                    .forEach(ours -> goals.add(GoalReport.of(goal, workload, ours, figures)));
        }
        return of(comparison, goals);
    }

    /** Of any size; of those that are not its own nothing is asked. */
    public static WorkloadReport unjudged(Comparison comparison) {
        return of(comparison, List.of());
    }

    private static WorkloadReport of(Comparison comparison, List<GoalReport> goals) {
        Trial trial = comparison.trial();
        Workload workload = trial.workload();
        return new WorkloadReport(
                workload.label(),
                workload.number(),
                workload.title(),
                trial.tasks(),
                trial.times(),
                trial.unit(),
                comparison.results().stream().map(Entry::of).toList(),
                goals);
    }

    /** What one of those who were there took. */
    public Optional<Entry> of(Side side) {
        return entries.stream().filter(entry -> entry.side() == side).findFirst();
    }
}
