package io.asyncio4j.behaviours.search.locks;

import static io.asyncio4j.Asyncio.sleep;
import static io.asyncio4j.behaviours.search.workers.Workers.pause;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.asyncio4j.behaviours.search.workers.Holders;
import io.asyncio4j.behaviours.search.workers.Workers;
import io.asyncio4j.testkit.TestRun;

/** Workers wait until there is something in stock and take it; another task brings that, each with a signal. */
final class ConditionScenario {
    static final String HELD_WHEN_A_WAIT_ENDS = "the lock is held when a wait ends";
    static final String NEVER_HELD_BY_TWO = LockScenario.NEVER_HELD_BY_TWO;
    static final String FREE_AT_THE_END = LockScenario.FREE_AT_THE_END;
    static final String WHAT_WAS_AWAITED_HOLDS = "what was awaited holds when awaitFor() returns";
    static final String NOBODY_MISSES_A_SIGNAL = "nobody waits for what is there";
    private static final int WORKERS = 4;

    private final ConditionLike changed;
    private final Holders holders = new Holders();
    private int stock;
    private int waiting;
    private boolean waitedForWhatWasThere;
    private int takenFromNothing;
    private int withoutLock;

    private ConditionScenario(ConditionLike changed) {
        this.changed = changed;
    }

    static void play(TestRun run, ConditionLike changed) {
        ConditionScenario scenario = new ConditionScenario(changed);
        run.invariants()
                .add(
                        HELD_WHEN_A_WAIT_ENDS,
                        () -> assertThat(scenario.withoutLock).isZero());
        run.invariants().add(NEVER_HELD_BY_TWO, () -> scenario.holders.assertAtMost(1));
        run.invariants().add(FREE_AT_THE_END, () -> assertThat(changed.locked()).isFalse());
        run.invariants()
                .add(
                        WHAT_WAS_AWAITED_HOLDS,
                        () -> assertThat(scenario.takenFromNothing).isZero());
        run.invariants()
                .add(
                        NOBODY_MISSES_A_SIGNAL,
                        () -> assertThat(scenario.waitedForWhatWasThere).isFalse());
        Workers workers = new Workers(run);
        for (int i = 0; i < WORKERS; i++) {
            int number = i;
            workers.start(() -> {
                pause(number);
                if (number % 2 == 0) {
                    scenario.takeByAwait();
                } else {
                    scenario.takeByAwaitFor();
                }
            });
        }
        workers.startIndispensable(scenario::bringAll);
        workers.awaitAll();
    }

    private void takeByAwait() {
        acquire();
        try {
            while (stock == 0) {
                waitBegins();
                try {
                    changed.await();
                } finally {
                    waitHasEnded();
                }
            }
            take();
        } finally {
            release();
        }
    }

    private void takeByAwaitFor() {
        acquire();
        try {
            waitBegins();
            try {
                changed.awaitFor(() -> stock > 0);
            } finally {
                waitHasEnded();
            }
            take();
        } finally {
            release();
        }
    }

    private void waitBegins() {
        holders.leave();
        waiting++;
    }

    private void waitHasEnded() {
        waiting--;
        holders.enter();
        if (!changed.locked()) {
            withoutLock++;
        }
    }

    private void take() {
        if (stock == 0) {
            takenFromNothing++;
        }
        stock--;
    }

    /** One for each but the last of them; and much later for the last. */
    private void bringAll() {
        for (int i = 1; i < WORKERS; i++) {
            pause(3);
            bringOne();
        }
        sleep(ofSeconds(1));
        waitedForWhatWasThere = stock > 0 && waiting > 0;
        bringOne();
    }

    private void bringOne() {
        acquire();
        try {
            stock++;
            changed.signal();
            // so that who is signalled has to wait for the lock
            pause(2);
        } finally {
            release();
        }
    }

    private void acquire() {
        changed.acquire();
        holders.enter();
    }

    private void release() {
        holders.leave();
        changed.release();
    }
}
