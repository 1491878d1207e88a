package io.asyncio4j.bench.contest;

import io.asyncio4j.neighbours.rounds.Sample;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who takes part in one trial. It does what it is told until something fails: then it is out, its result says why, and all
 * further calls do nothing.
 */
final class Entrant implements AutoCloseable {
    private static final int FEWEST_WARM_UPS = 3;
    private static final Duration LONGEST_WARM_UP = Duration.ofSeconds(20);
    // who takes a quarter of a minute for a round need not run many
    private static final Duration PATIENCE = Duration.ofSeconds(45);
    private static final int FEWEST_ROUNDS = 3;

    private final Result result;
    private final List<String> command;
    private @Nullable ContestantProcess process;

    Entrant(Result result, List<String> command) {
        this.result = result;
        this.command = command;
    }

    /** Starts its program. */
    void start() throws InterruptedException {
        attempt(() -> {
            ContestantProcess started = new ContestantProcess(command);
            process = started;
            result.setRuntime(started.runtime());
        });
    }

    /** Runs rounds that do not count, for at least as long. */
    void warmUp(Duration least) throws InterruptedException {
        attempt(() -> {
            long began = System.nanoTime();
            long passed = 0;
            for (int round = 0; isCold(round, passed, least.toNanos()); round++) {
                running().round();
                passed = System.nanoTime() - began;
            }
        });
    }

    private static boolean isCold(int rounds, long passed, long least) {
        return passed < least || (rounds < FEWEST_WARM_UPS && passed < LONGEST_WARM_UP.toNanos());
    }

    /** Runs a round that counts, unless it has run long enough. */
    void round() throws InterruptedException {
        if (!result.hasTaken(PATIENCE.toNanos(), FEWEST_ROUNDS)) {
            attempt(() -> result.add(running().round()));
        }
    }

    /** Runs its program as a whole process, once; the sample counts or not. */
    void wholeProcess(boolean counts) throws InterruptedException {
        attempt(() -> {
            Sample sample = WholeProcess.run(command);
            if (counts) {
                result.add(sample);
            }
        });
    }

    @Override
    public void close() {
        if (process != null) {
            process.close();
            process = null;
        }
    }

    private ContestantProcess running() {
        return Objects.requireNonNull(process, "not started");
    }

    private void attempt(Step step) throws InterruptedException {
        if (result.failure() == null) {
            try {
                step.run();
            } catch (IOException failure) {
                result.fail(String.valueOf(failure.getMessage()));
                close();
            }
        }
    }

    private interface Step {
        void run() throws IOException, InterruptedException;
    }
}
