package io.asyncio4j.behaviours.search.locks;

import static io.asyncio4j.Asyncio.sleep;
import static io.asyncio4j.behaviours.search.workers.Workers.pause;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.asyncio4j.behaviours.search.workers.Workers;
import io.asyncio4j.locks.BrokenBarrierException;
import io.asyncio4j.testkit.TestRun;

/** More workers than there are parties meet at a barrier, so that some are left over. One of them may be cancelled. */
final class BarrierScenario {
    static final int PARTIES = 3;
    static final String COUNT_IS_TRUE = "as many are counted as wait";
    static final String NOBODY_WAITS_AT_A_BROKEN_ONE = "nobody waits at a broken barrier";
    static final String CAN_BE_USED_AGAIN = "the barrier can be used again";
    private static final int WORKERS = 5;
    // who is cancelled while a round is being filled up has to be made up for once more
    private static final int ATTEMPTS = 2;

    private final BarrierLike barrier;
    private final Workers workers;
    private int inside;
    private int miscounted;
    private int waitedAtABrokenOne;
    private int metAgain;

    private BarrierScenario(TestRun run, BarrierLike barrier) {
        this.barrier = barrier;
        workers = new Workers(run);
        run.invariants().add(COUNT_IS_TRUE, () -> assertThat(miscounted).isZero());
        run.invariants()
                .add(
                        NOBODY_WAITS_AT_A_BROKEN_ONE,
                        () -> assertThat(waitedAtABrokenOne).isZero());
        run.invariants().add(CAN_BE_USED_AGAIN, () -> assertThat(metAgain).isEqualTo(PARTIES));
        for (int i = 0; i < WORKERS; i++) {
            int number = i;
            workers.start(() -> {
                pause(number);
                meet();
            });
        }
    }

    private void meet() {
        inside++;
        try {
            barrier.await();
        } catch (BrokenBarrierException _) {
            // one way to be released
        } finally {
            inside--;
        }
    }

    /** The round of those who are left over is filled up. */
    static void fillUp(TestRun run, BarrierLike barrier) {
        BarrierScenario scenario = new BarrierScenario(run, barrier);
        scenario.fillUp();
        scenario.meetAgain();
    }

    /** The barrier is reset when all have come, in asyncio's order; in others, some come later. */
    static void reset(TestRun run, BarrierLike barrier) {
        BarrierScenario scenario = new BarrierScenario(run, barrier);
        pause(2 * WORKERS);
        barrier.reset();
        scenario.fillUp();
        scenario.meetAgain();
    }

    /** The same with a barrier that is broken, and reset much later. */
    static void abort(TestRun run, BarrierLike barrier) {
        BarrierScenario scenario = new BarrierScenario(run, barrier);
        pause(2 * WORKERS);
        barrier.abort();
        sleep(ofSeconds(1));
        scenario.waitedAtABrokenOne = scenario.inside;
        barrier.reset();
        scenario.meetAgain();
    }

    private void fillUp() {
        for (int i = 0; i < ATTEMPTS; i++) {
            // time passes only when all who could go on have done so
            sleep(ofSeconds(1));
            int waiting = inside;
            miscounted += Math.abs(barrier.waiting() - waiting);
            while (waiting++ % PARTIES != 0) {
                workers.startIndispensable(this::meet);
            }
        }
    }

    private void meetAgain() {
        sleep(ofSeconds(1));
        for (int i = 0; i < PARTIES; i++) {
            workers.startIndispensable(() -> {
                barrier.await();
                metAgain++;
            });
        }
        workers.awaitAll();
    }
}
