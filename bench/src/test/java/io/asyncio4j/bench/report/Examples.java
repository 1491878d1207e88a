package io.asyncio4j.bench.report;

import io.asyncio4j.bench.contest.Comparison;
import io.asyncio4j.bench.contest.Machine;
import io.asyncio4j.bench.contest.Result;
import io.asyncio4j.bench.contest.Standings;
import io.asyncio4j.bench.workloads.Side;
import io.asyncio4j.bench.workloads.Trial;
import io.asyncio4j.bench.workloads.Workload;
import io.asyncio4j.neighbours.rounds.Sample;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/** Figures nobody measured. */
final class Examples {
    private static final Machine MACHINE = new Machine("Linux amd64", 2, 25_000_000_000L);

    private Examples() {}

    static Report report(WorkloadReport... workloads) {
        return new Report(
                Instant.parse("2026-11-20T12:00:00Z"), MACHINE, new Report.Settings(3, "G1", 1, 0), List.of(workloads));
    }

    /** Ours at 120 ns and on one carrier at 160, the floor at 100; no program of StructuredTaskScope, and Kotlin's broke. */
    static WorkloadReport queue() {
        Trial trial = Workload.QUEUE.trial();
        Result kotlin = new Result(Side.KOTLIN, trial);
        kotlin.add(new Sample.Time(1));
        kotlin.fail("ended without an answer: OutOfMemoryError");
        return judged(
                trial,
                times(trial, Side.ASYNCIO4J, 110, 120, 130),
                times(trial, Side.ASYNCIO4J_ON_ONE, 165, 165),
                kotlin,
                new Result(Side.STRUCTURED, trial),
                times(trial, Side.FLOOR, 100));
    }

    static WorkloadReport asleep() {
        Trial trial = Workload.MILLION.trial();
        Result ours = new Result(Side.ASYNCIO4J, trial);
        ours.add(new Sample.Memory(50_000_000, 1_050_000_000, 2_100_000_000, OptionalLong.of(700_000_000)));
        Result cpython = new Result(Side.CPYTHON, trial);
        cpython.add(new Sample.Memory(20_000_000, 1_620_000_000, 1_620_000_000));
        return judged(trial, ours, cpython);
    }

    static WorkloadReport group(int tasks, long nanosEach) {
        Trial trial = Workload.GROUP.trial(tasks).orElseThrow();
        return WorkloadReport.unjudged(
                new Comparison(trial, List.of(times(trial, Side.ASYNCIO4J, nanosEach), new Result(Side.FLOOR, trial))));
    }

    private static WorkloadReport judged(Trial trial, Result... results) {
        Comparison comparison = new Comparison(trial, List.of(results));
        Standings standings = new Standings();
        standings.add(comparison);
        return WorkloadReport.judged(comparison, standings);
    }

    private static Result times(Trial trial, Side side, long... nanosEach) {
        Result result = new Result(side, trial);
        result.setRuntime("a JVM");
        for (long nanos : nanosEach) {
            result.add(new Sample.Time(nanos * trial.operations()));
        }
        return result;
    }
}
