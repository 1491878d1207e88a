package io.asyncio4j.bench;

import io.asyncio4j.neighbours.rounds.Sample;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * One workload run by all contestants, in turn.
 *
 * @param contestants who takes part
 * @param rounds how many rounds each runs that count
 */
record Contest(List<Contestant> contestants, int rounds) {
    private static final Duration WARM_UP = Duration.ofSeconds(3);
    private static final int FEWEST_WARM_UPS = 3;
    // a process for each, and a JVM's or CPython's memory hardly varies
    private static final int MOST_MEMORY_ROUNDS = 3;

    /** What each contestant took, in the order of the contestants. */
    List<Result> run(Workload workload) throws IOException {
        List<Result> results = contestants.stream().map(Result::new).toList();
        if (workload.measuresMemory()) {
            for (int round = 0; round < Math.min(rounds, MOST_MEMORY_ROUNDS); round++) {
                measureMemory(workload, results);
            }
        } else {
            measureTime(workload, results);
        }
        return results;
    }

    private static void measureMemory(Workload workload, List<Result> results) throws IOException {
        for (Result result : results) {
            try (ContestantProcess process = new ContestantProcess(result.contestant(), workload)) {
                result.setRuntime(process.runtime());
                result.add(process.round());
            }
        }
    }

    private void measureTime(Workload workload, List<Result> results) throws IOException {
        List<ContestantProcess> processes = new ArrayList<>();
        try {
            for (Result result : results) {
                ContestantProcess process = new ContestantProcess(result.contestant(), workload);
                processes.add(process);
                result.setRuntime(process.runtime());
                warmUp(process);
            }
            for (int round = 0; round < rounds; round++) {
                for (int i = 0; i < processes.size(); i++) {
                    results.get(i).add(processes.get(i).round());
                }
            }
        } finally {
            processes.forEach(ContestantProcess::close);
        }
    }

    private static void warmUp(ContestantProcess process) throws IOException {
        long end = System.nanoTime() + WARM_UP.toNanos();
        for (int round = 0; round < FEWEST_WARM_UPS || System.nanoTime() - end < 0; round++) {
            Sample unused = process.round();
            assert unused != null;
        }
    }
}
