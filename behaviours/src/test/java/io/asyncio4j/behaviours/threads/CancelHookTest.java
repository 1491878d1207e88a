package io.asyncio4j.behaviours.threads;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.getRunningLoop;
import static io.asyncio4j.Asyncio.run;
import static io.asyncio4j.Asyncio.sleep;
import static io.asyncio4j.Asyncio.toThread;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofHours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asyncio4j.CancelledError;
import io.asyncio4j.EventLoop;
import io.asyncio4j.Future;
import io.asyncio4j.OnCancel;
import io.asyncio4j.Task;
import io.asyncio4j.VoidCallable;
import io.asyncio4j.testkit.VirtualClock;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** {@code OnCancel.call}: a hook ends blocking work that was cancelled. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CancelHookTest {
    private final ConcurrentLinkedQueue<Object> seen = new ConcurrentLinkedQueue<>();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch letGo = new CountDownLatch(1);

    private void work() throws InterruptedException {
        begun.countDown();
        letGo.await();
    }

    private Task<?> workThat(OnCancel onCancel) throws Exception {
        Task<?> task = createTask(() -> toThread(() -> work(), onCancel));
        toThread(() -> begun.await());
        return task;
    }

    private static void cancel(Task<?> task) {
        task.cancel();
        assertThatThrownBy(task::await).isInstanceOf(CancelledError.class);
    }

    @Test
    void hookEndsTheWork() throws Exception {
        run(() -> {
            Task<?> task = workThat(OnCancel.call(letGo::countDown));
            cancel(task);
            toThread(() -> letGo.await());
        });
        assertThat(letGo.getCount()).isZero();
    }

    @Test
    void hookRunsOnAThreadOfItsOwn() throws Exception {
        CompletableFuture<Thread> worker = new CompletableFuture<>();
        CompletableFuture<Thread> caller = new CompletableFuture<>();
        Thread ofTheTask = run(() -> {
            Task<?> task = createTask(() -> toThread(
                    () -> {
                        worker.complete(Thread.currentThread());
                        work();
                    },
                    OnCancel.call(() -> {
                        caller.complete(Thread.currentThread());
                        letGo.countDown();
                    })));
            toThread(() -> begun.await());
            cancel(task);
            return Thread.currentThread();
        });
        assertThat(caller.get()).isNotIn(worker.get(), ofTheTask);
    }

    @Test
    void hookMayBlockAndTheTaskDoesNotWaitForIt() throws Exception {
        CountDownLatch taskIsOver = new CountDownLatch(1);
        run(() -> {
            Task<?> task = workThat(OnCancel.call(() -> {
                taskIsOver.await();
                letGo.countDown();
            }));
            cancel(task);
            taskIsOver.countDown();
        });
        assertThat(letGo.getCount()).isZero();
    }

    @Test
    void hookOfWorkThatHasNotBegunIsNotCalled() throws Exception {
        try (ExecutorService single = Executors.newSingleThreadExecutor()) {
            run(() -> {
                EventLoop loop = getRunningLoop();
                Future<?> first = loop.runInExecutor(single, () -> letGo.await(1, java.util.concurrent.TimeUnit.HOURS));
                Future<String> second = loop.runInExecutor(
                        single,
                        () -> {
                            seen.add("begun");
                            return "second";
                        },
                        OnCancel.call(() -> seen.add("called")));
                second.cancel();
                sleep(ZERO);
                letGo.countDown();
                first.await();
            });
        }
        assertThat(seen).isEmpty();
    }

    @Test
    void hookOfWorkThatHasEndedIsNotCalled() throws Exception {
        run(() -> {
            Task<String> task = createTask(() -> toThread(() -> "ended", OnCancel.call(() -> seen.add("called"))));
            assertThat(task.await()).isEqualTo("ended");
            assertThat(task.cancel()).isFalse();
        });
        assertThat(seen).isEmpty();
    }

    @Test
    void hookOfWorkWhoseResultIsOnItsWayIsNotCalled() throws Exception {
        try (ExecutorService single = Executors.newSingleThreadExecutor()) {
            run(() -> {
                Future<String> future =
                        getRunningLoop().runInExecutor(single, () -> "ended", OnCancel.call(() -> seen.add("called")));
                // behind the work on the same thread; this blocks the loop, so that the result cannot come in
                single.submit(() -> {}).get();
                assertThat(future.cancel()).isTrue();
                sleep(ZERO);
            });
        }
        assertThat(seen).isEmpty();
    }

    @Test
    void whatTheHookThrowsReachesTheExceptionHandler() throws Exception {
        IOException failure = new IOException("cannot be cancelled");
        run(() -> {
            getRunningLoop().setExceptionHandler((loop, context) -> seen.add(context.exception()));
            Task<?> task = workThat(OnCancel.call(() -> {
                letGo.countDown();
                throw failure;
            }));
            cancel(task);
        });
        assertThat(seen).containsExactly(failure);
    }

    @Test
    void failureThatTheHookLedToIsDropped() throws Exception {
        run(() -> {
            getRunningLoop().setExceptionHandler((loop, context) -> seen.add(context.exception()));
            Task<?> task = createTask(() -> toThread(
                    () -> {
                        work();
                        throw new IOException("closed");
                    },
                    OnCancel.call(letGo::countDown)));
            toThread(() -> begun.await());
            cancel(task);
        });
        assertThat(seen).isEmpty();
    }

    @Test
    void failureWithoutACancellationIsThrown() throws Exception {
        IOException failure = new IOException("disk");
        run(() -> assertThatThrownBy(() -> toThread(
                        () -> {
                            throw failure;
                        },
                        OnCancel.call(() -> seen.add("called"))))
                .isSameAs(failure));
        assertThat(seen).isEmpty();
    }

    @Test
    void runDoesNotEndBeforeTheHookHas() throws Exception {
        CountDownLatch lastStep = new CountDownLatch(1);
        run(() -> {
            Task<?> task = workThat(OnCancel.call(() -> {
                letGo.countDown();
                lastStep.await();
                for (int time = 0; time < 10_000; time++) {
                    Thread.yield();
                }
                seen.add("hook ends");
            }));
            cancel(task);
            getRunningLoop().callSoon(lastStep::countDown);
        });
        assertThat(seen).containsExactly("hook ends");
    }

    @Test
    void hookIsNotInNeedOfAThreadOfTheExecutor() throws Exception {
        try (ExecutorService single = Executors.newSingleThreadExecutor()) {
            run(() -> {
                VoidCallable body = this::work;
                Future<String> future = getRunningLoop()
                        .runInExecutor(
                                single,
                                () -> {
                                    body.run();
                                    return "ended";
                                },
                                OnCancel.call(letGo::countDown));
                toThread(() -> begun.await());
                future.cancel();
                assertThatThrownBy(future::await).isInstanceOf(CancelledError.class);
                toThread(() -> letGo.await());
            });
        }
        assertThat(letGo.getCount()).isZero();
    }

    @Test
    void virtualClockStandsStillWhileTheHookRuns() throws Exception {
        VirtualClock clock = new VirtualClock();
        try (ExecutorService single = Executors.newSingleThreadExecutor()) {
            run(
                    () -> {
                        CountDownLatch hookMayEnd = new CountDownLatch(1);
                        Future<?> future = getRunningLoop()
                                .runInExecutor(
                                        single,
                                        () -> {
                                            work();
                                            return null;
                                        },
                                        OnCancel.call(() -> {
                                            letGo.countDown();
                                            hookMayEnd.await();
                                            seen.add("hook ends at " + clock.time());
                                        }));
                        toThread(() -> begun.await());
                        future.cancel();
                        // when the work has come back, the hook alone holds the clock
                        getRunningLoop().runInExecutor(single, () -> "after it").await();
                        sleep(ZERO);
                        Thread releaser = Thread.ofPlatform().start(hookMayEnd::countDown);
                        sleep(ofHours(1));
                        releaser.join();
                    },
                    () -> new EventLoop(clock));
        }
        assertThat(seen).containsExactly("hook ends at 0");
        assertThat(clock.time()).isEqualTo(ofHours(1).toNanos());
    }

    @Test
    void choicesTellWhatTheyAre() {
        assertThat(OnCancel.INTERRUPT).hasToString("OnCancel.INTERRUPT");
        assertThat(OnCancel.LEAVE_RUNNING).hasToString("OnCancel.LEAVE_RUNNING");
        assertThat(OnCancel.call(() -> {}).toString()).startsWith("OnCancel.call(lambda in ");
    }

    @Test
    void nullIsRefused() throws Exception {
        assertThatNullPointerException().isThrownBy(() -> OnCancel.call(null));
        run(() -> assertThatNullPointerException()
                .isThrownBy(() -> getRunningLoop().runInExecutor(null, () -> "never", null)));
    }
}
