package io.asyncio4j.testkit;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.getRunningLoop;
import static io.asyncio4j.Asyncio.sleep;
import static io.asyncio4j.Asyncio.taskGroup;
import static org.assertj.core.api.Assertions.assertThat;

import io.asyncio4j.Asyncio;
import io.asyncio4j.CancelledError;
import io.asyncio4j.Future;
import io.asyncio4j.Task;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** Programs that are wrong in a way that asyncio's own order does not show, each beside the one that is right. */
final class PlantedBugs {

    private PlantedBugs() {}

    /** One of two tasks reads an account, lets the other run, and writes what it has read and one more. */
    static void checkThenAct(TestRun run) throws Exception {
        int[] account = {0};
        taskGroup(tg -> {
            tg.createTask(() -> {
                int before = account[0];
                sleep(Duration.ZERO);
                account[0] = before + 1;
            });
            tg.createTask(() -> {
                sleep(Duration.ZERO);
                sleep(Duration.ZERO);
                account[0]++;
            });
        });
        assertThat(account[0]).isEqualTo(2);
    }

    static void act(TestRun run) throws Exception {
        int[] account = {0};
        taskGroup(tg -> {
            for (int i = 0; i < 2; i++) {
                tg.createTask(() -> {
                    sleep(Duration.ZERO);
                    account[0]++;
                });
            }
        });
        assertThat(account[0]).isEqualTo(2);
    }

    /** Looks whether the message is there, lets others run, and then waits for the next one: it may have come meanwhile. */
    static void lostWakeup(TestRun run) throws Exception {
        AtomicReference<Future<Object>> bell = new AtomicReference<>();
        boolean[] there = {false};
        Task<Object> listener = createTask(() -> {
            if (!there[0]) {
                sleep(Duration.ZERO);
                bell.set(getRunningLoop().createFuture());
                return bell.get().await();
            }
            return "at once";
        });
        createTask(() -> {
                    sleep(Duration.ZERO);
                    sleep(Duration.ZERO);
                    there[0] = true;
                    if (bell.get() != null) {
                        bell.get().setResult("rung");
                    }
                })
                .await();
        listener.await();
    }

    static void wakeup(TestRun run) throws Exception {
        AtomicReference<Future<Object>> bell = new AtomicReference<>();
        boolean[] there = {false};
        Task<Object> listener = createTask(() -> {
            sleep(Duration.ZERO);
            if (!there[0]) {
                bell.set(getRunningLoop().createFuture());
                return bell.get().await();
            }
            return "at once";
        });
        createTask(() -> {
                    sleep(Duration.ZERO);
                    sleep(Duration.ZERO);
                    there[0] = true;
                    if (bell.get() != null) {
                        bell.get().setResult("rung");
                    }
                })
                .await();
        listener.await();
    }

    /** A lock handed from holder to waiter. Broken: a waiter that is cancelled when it owns the lock already keeps it. */
    static final class HandedLock {
        private final boolean broken;
        private final Deque<Future<Object>> waiters = new ArrayDeque<>();
        boolean locked;

        HandedLock(boolean broken) {
            this.broken = broken;
        }

        void acquire() throws Exception {
            if (!locked) {
                locked = true;
                return;
            }
            Future<Object> turn = getRunningLoop().createFuture();
            waiters.add(turn);
            try {
                turn.await();
            } catch (CancelledError cancelled) {
                waiters.remove(turn);
                if (!broken && turn.done() && !turn.cancelled()) {
                    release();
                }
                throw cancelled;
            }
        }

        void release() {
            Future<Object> next = waiters.poll();
            while (next != null && next.done()) {
                next = waiters.poll();
            }
            if (next == null) {
                locked = false;
            } else {
                next.setResult("yours");
            }
        }
    }

    /** The main task waits for a lock that another one holds for a second. */
    static void waitForALock(TestRun run, boolean broken) throws Exception {
        HandedLock lock = new HandedLock(broken);
        run.invariants().add("the lock is free", () -> assertThat(lock.locked).isFalse());
        Future<Object> held = getRunningLoop().createFuture();
        Task<?> holder = createTask(() -> {
            lock.acquire();
            try {
                if (!held.done()) {
                    held.setResult("held");
                }
                sleep(Duration.ofSeconds(1));
            } finally {
                lock.release();
            }
        });
        try {
            held.await();
            lock.acquire();
            try {
                sleep(Duration.ofSeconds(1));
            } finally {
                lock.release();
            }
        } finally {
            holder.cancel();
            Asyncio.wait(List.of(holder));
        }
    }
}
