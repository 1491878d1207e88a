package io.asyncio4j.bench.contest;

import io.asyncio4j.bench.workloads.Trial;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Trials run by all contestants, in turn. Who fails is out, and the others go on.
 *
 * @param contestants who takes part
 * @param rounds how many rounds each runs that count
 * @param warmUp for how long at least each runs rounds that do not count; null for what {@link #warmUp(Trial)} says
 */
public record Contest(
        List<Contestant> contestants, int rounds, @Nullable Duration warmUp) {
    private static final Duration WARM_UP = Duration.ofSeconds(3);
    // a JVM takes fresh memory until it has been through its heap once, and a page's first touch may cost microseconds
    private static final Duration WARM_UP_OF_MEMORY = Duration.ofSeconds(15);
    private static final int MANY_TASKS = 100_000;
    private static final int WHOLE_PROCESS_WARM_UPS = 3;
    // a process for each, and a JVM's or CPython's memory hardly varies
    private static final int MOST_MEMORY_ROUNDS = 3;
    private static final long BYTES_A_TASK = 3_000;

    /** For how long at least a trial's rounds are run before those that count: longer where they fill much memory. */
    Duration warmUp(Trial trial) {
        if (warmUp != null) {
            return warmUp;
        }
        return trial.tasks() < MANY_TASKS ? WARM_UP : WARM_UP_OF_MEMORY;
    }

    /** What each contestant took, in the order of the contestants. */
    public Comparison run(Trial trial) throws InterruptedException {
        List<Result> results = new ArrayList<>();
        List<Entrant> entrants = new ArrayList<>();
        for (Contestant contestant : contestants) {
            Result result = new Result(contestant.side(), trial);
            results.add(result);
            if (contestant.has(trial)) {
                try {
                    entrants.add(new Entrant(result, contestant.command(trial)));
                } catch (IOException notReady) {
                    result.fail(String.valueOf(notReady.getMessage()));
                }
            }
        }
        switch (trial.workload().manner()) {
            case ROUNDS -> measureTime(trial, entrants);
            case MEMORY -> measureMemory(entrants);
            case WHOLE_PROCESS -> measureProcesses(entrants);
        }
        return new Comparison(trial, results);
    }

    private void measureTime(Trial trial, List<Entrant> entrants) throws InterruptedException {
        if (fitTogether(trial, entrants)) {
            takeTurns(entrants, warmUp(trial));
        } else {
            for (Entrant entrant : entrants) {
                takeTurns(List.of(entrant), warmUp(trial));
            }
        }
    }

    /** Whether the machine has the memory for all at once, each with all of its tasks. */
    private static boolean fitTogether(Trial trial, List<Entrant> entrants) {
        return entrants.size() * (long) trial.tasks() * BYTES_A_TASK
                < Machine.ofThisProcess().memory() / 2;
    }

    private void takeTurns(List<Entrant> entrants, Duration warmUp) throws InterruptedException {
        try {
            for (Entrant entrant : entrants) {
                entrant.start();
                entrant.warmUp(warmUp);
            }
            for (int round = 0; round < rounds; round++) {
                for (Entrant entrant : entrants) {
                    entrant.round();
                }
            }
        } finally {
            entrants.forEach(Entrant::close);
        }
    }

    private void measureMemory(List<Entrant> entrants) throws InterruptedException {
        for (int round = 0; round < Math.min(rounds, MOST_MEMORY_ROUNDS); round++) {
            for (Entrant entrant : entrants) {
                try (entrant) {
                    entrant.start();
                    entrant.round();
                }
            }
        }
    }

    private void measureProcesses(List<Entrant> entrants) throws InterruptedException {
        for (int round = -WHOLE_PROCESS_WARM_UPS; round < rounds; round++) {
            for (Entrant entrant : entrants) {
                entrant.wholeProcess(round >= 0);
            }
        }
    }
}
