package io.asyncio4j.behaviours.search.locks;

import static io.asyncio4j.behaviours.search.workers.Workers.pause;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.asyncio4j.behaviours.search.workers.Holders;
import io.asyncio4j.behaviours.search.workers.Turns;
import io.asyncio4j.behaviours.search.workers.Workers;
import io.asyncio4j.testkit.TestRun;

/** Four workers take one of two permits, twice each. */
final class SemaphoreScenario {
    static final int PERMITS = 2;
    static final String NEVER_MORE_OUT_THAN_THERE_ARE = "there are never more permits out than there are";
    static final String ALL_COME_BACK = "all permits come back, and no more";
    static final String NEWCOMER_DOES_NOT_OVERTAKE = "a newcomer waits while another one waits";
    static final String TOO_MANY_ARE_REFUSED = "a release too many is refused";

    private final SemaphoreLike semaphore;
    private final Holders holders = new Holders();
    private final Turns turns = new Turns();

    private SemaphoreScenario(SemaphoreLike semaphore) {
        this.semaphore = semaphore;
    }

    static void play(TestRun run, SemaphoreLike semaphore) {
        SemaphoreScenario scenario = new SemaphoreScenario(semaphore);
        run.invariants().add(NEVER_MORE_OUT_THAN_THERE_ARE, () -> scenario.holders.assertAtMost(PERMITS));
        run.invariants().add(NEWCOMER_DOES_NOT_OVERTAKE, scenario.turns::assertNobodyIsOvertaken);
        run.invariants().add(ALL_COME_BACK, () -> assertThat(scenario.takeAll()).isEqualTo(PERMITS));
        Workers workers = new Workers(run);
        for (int i = 0; i < 4; i++) {
            int number = i;
            workers.start(() -> {
                pause(number);
                scenario.use();
                pause(3);
                scenario.use();
            });
        }
        workers.awaitAll();
    }

    /** The same, and there is one release more than there were acquires. */
    static void playBounded(TestRun run, SemaphoreLike semaphore) {
        play(run, semaphore);
        // behind the check that has taken all permits
        run.invariants().add(TOO_MANY_ARE_REFUSED, () -> {
            for (int i = 0; i < PERMITS; i++) {
                semaphore.release();
            }
            assertThatIllegalArgumentException().isThrownBy(semaphore::release);
        });
    }

    private void use() {
        int turn = turns.come();
        if (semaphore.locked()) {
            semaphore.acquire();
            turns.serve(turn);
        } else {
            semaphore.acquire();
            turns.pass(turn);
        }
        holders.enter();
        try {
            pause(4);
        } finally {
            holders.leave();
            semaphore.release();
        }
    }

    /** Takes what can be taken without waiting. */
    private int takeAll() {
        int taken = 0;
        while (!semaphore.locked() && taken <= PERMITS) {
            semaphore.acquire();
            taken++;
        }
        return taken;
    }
}
