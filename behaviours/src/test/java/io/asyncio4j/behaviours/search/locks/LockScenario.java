package io.asyncio4j.behaviours.search.locks;

import static io.asyncio4j.behaviours.search.workers.Workers.pause;
import static org.assertj.core.api.Assertions.assertThat;

import io.asyncio4j.behaviours.search.workers.Holders;
import io.asyncio4j.behaviours.search.workers.Turns;
import io.asyncio4j.behaviours.search.workers.Workers;
import io.asyncio4j.testkit.TestRun;

/** Three workers take a lock twice each and hold it for some steps. */
final class LockScenario {
    static final String NEVER_HELD_BY_TWO = "the lock is never held by two";
    static final String FREE_AT_THE_END = "the lock is free at the end";
    static final String FIRST_COME_FIRST_SERVED = "first come, first served";

    private final LockLike lock;
    private final Holders holders = new Holders();
    private final Turns turns = new Turns();

    private LockScenario(LockLike lock) {
        this.lock = lock;
    }

    static void play(TestRun run, LockLike lock) {
        LockScenario scenario = new LockScenario(lock);
        run.invariants().add(NEVER_HELD_BY_TWO, () -> scenario.holders.assertAtMost(1));
        run.invariants().add(FREE_AT_THE_END, () -> assertThat(lock.locked()).isFalse());
        run.invariants().add(FIRST_COME_FIRST_SERVED, scenario.turns::assertInOrder);
        Workers workers = new Workers(run);
        for (int i = 0; i < 3; i++) {
            int first = i;
            workers.start(() -> {
                pause(first);
                scenario.use();
                pause(2);
                scenario.use();
            });
        }
        workers.awaitAll();
    }

    private void use() {
        int turn = turns.come();
        lock.acquire();
        turns.serve(turn);
        holders.enter();
        try {
            pause(3);
        } finally {
            holders.leave();
            lock.release();
        }
    }
}
