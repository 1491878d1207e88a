package io.asyncio4j.testkit;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.getRunningLoop;
import static io.asyncio4j.Asyncio.sleep;
import static io.asyncio4j.Asyncio.timeout;
import static io.asyncio4j.Asyncio.toThread;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.asyncio4j.Task;
import io.asyncio4j.TimerHandle;
import io.asyncio4j.VoidCoroutine;
import io.asyncio4j.cancellation.CancellationTokenSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LeakCheckTest {
    private final List<Object> kept = new ArrayList<>();

    private static TestRun newRun() {
        return RunSettings.standard()
                .inDebugMode(true)
                .checkedBy(new LeakCheck())
                .newRun();
    }

    private static Throwable failureOf(VoidCoroutine main) {
        return catchThrowable(() -> newRun().run(main));
    }

    private static void awaitForEver(CountDownLatch latch) throws InterruptedException {
        latch.await();
    }

    @Test
    void nothingLeftIsNoFailure() {
        assertThatCode(() -> newRun().run(() -> {
                    Task<?> task = createTask(() -> sleep(ofSeconds(1)));
                    TimerHandle timer = getRunningLoop().callLater(ofDays(1), () -> {});
                    String fromThread = toThread(() -> "done");
                    assertThat(fromThread).isEqualTo("done");
                    timer.cancel();
                    task.await();
                }))
                .doesNotThrowAnyException();
    }

    @Test
    void pendingTaskIsNamedWithWhereItWasMadeAndWhereItWaits() {
        Throwable failure = failureOf(() -> {
            createTask(() -> sleep(ofDays(1)), "forgotten");
            sleep(ofSeconds(1));
        });
        assertThat(failure)
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll("a task is still pending", "forgotten", "created at LeakCheckTest.java:");
        assertThat(failure).message().containsPattern("waiting at LeakCheckTest.java:\\d+");
    }

    @Test
    void pendingTaskIsCancelledAndAwaited() {
        List<String> events = new ArrayList<>();
        failureOf(() -> {
            createTask(() -> {
                try {
                    sleep(ofDays(1));
                } finally {
                    sleep(ofSeconds(1));
                    events.add("cleaned up");
                }
            });
            sleep(ofSeconds(1));
        });
        assertThat(events).containsExactly("cleaned up");
    }

    @Test
    void failureNobodyLookedAtIsFound() {
        Throwable failure = failureOf(() -> {
            kept.add(createTask(
                    () -> {
                        throw new IllegalStateException("boom");
                    },
                    "careless"));
            sleep(ofSeconds(1));
        });
        assertThat(failure)
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll("careless", "never retrieved", "boom");
    }

    @Test
    void timerIsNamedWithWhereItWasSet() {
        assertThat(failureOf(() -> getRunningLoop().callLater(ofDays(1), () -> {})))
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll("a timer has neither run", "created at LeakCheckTest.java:");
    }

    @Test
    void timerThatIsLeftDoesNotGoOff() {
        List<String> events = new ArrayList<>();
        failureOf(() -> {
            getRunningLoop().callLater(ofSeconds(1), () -> events.add("went off"));
            createTask(() -> {
                try {
                    sleep(ofDays(1));
                } finally {
                    sleep(ofSeconds(2));
                }
            });
            sleep(ofSeconds(0));
        });
        assertThat(events).isEmpty();
    }

    @Test
    void workInAThreadIsNamedWithWhereItWasBegun() {
        CountDownLatch never = new CountDownLatch(1);
        assertThat(failureOf(() -> getRunningLoop().runInExecutor(null, () -> {
                    awaitForEver(never);
                    return null;
                })))
                .isInstanceOf(AssertionError.class)
                .message()
                .containsPattern("work is still out on another thread: .*begun at LeakCheckTest.java:\\d+");
    }

    @Test
    void workThatIsLeftIsInterrupted() {
        CountDownLatch interrupted = new CountDownLatch(1);
        failureOf(() -> getRunningLoop().runInExecutor(null, () -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException interrupt) {
                interrupted.countDown();
            }
            return null;
        }));
        assertThat(interrupted.getCount()).isZero();
    }

    @Test
    void workThatIsJustEndingIsNoLeak() {
        assertThatCode(() -> newRun().run(() -> {
                    CountDownLatch end = new CountDownLatch(1);
                    assertThatThrownBy(() -> timeout(ofSeconds(-1), t -> {
                                toThread(() -> {
                                    end.await();
                                    return null;
                                });
                            }))
                            .isInstanceOf(TimeoutException.class);
                    end.countDown();
                }))
                .doesNotThrowAnyException();
    }

    @Test
    void workOfAnExecutorOfOnesOwnIsFoundToo() {
        CountDownLatch end = new CountDownLatch(1);
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(failureOf(() -> getRunningLoop().runInExecutor(executor, () -> {
                        end.await();
                        return null;
                    })))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("work is still out on another thread");
            end.countDown();
        }
    }

    @Test
    void workOnRealTimeIsFoundToo() {
        CountDownLatch never = new CountDownLatch(1);
        assertThatThrownBy(() -> RunSettings.standard()
                        .onRealTime(true)
                        .checkedBy(new LeakCheck())
                        .newRun()
                        .run(() -> getRunningLoop().runInExecutor(null, () -> {
                            awaitForEver(never);
                            return null;
                        })))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("work is still out on another thread");
    }

    @Test
    void openHoldIsFound() {
        TestRun run = newRun();
        assertThatThrownBy(() -> run.run(() -> {
                    kept.add(run.clock().hold());
                }))
                .isInstanceOf(AssertionError.class)
                .message()
                .containsPattern("a hold on the clock is open, made at LeakCheckTest.java:\\d+");
    }

    @Test
    void holdThatIsClosedJustAfterTheTestIsNoLeak() throws Exception {
        CountDownLatch mainHasEnded = new CountDownLatch(1);
        RunCheck tellsOfTheEnd = new RunCheck() {
            @Override
            public void mainEnded(TestRun run) {
                mainHasEnded.countDown();
            }
        };
        TestRun run = RunSettings.standard()
                .unchecked()
                .checkedBy(tellsOfTheEnd)
                .checkedBy(new LeakCheck())
                .newRun();
        run.run(() -> {
            VirtualClock.Hold hold = run.clock().hold();
            Thread.startVirtualThread(() -> {
                try (hold) {
                    awaitForEver(mainHasEnded);
                } catch (InterruptedException interrupt) {
                    throw new IllegalStateException(interrupt);
                }
            });
        });
        assertThat(mainHasEnded.getCount()).isZero();
    }

    @Test
    void threadThatATaskHasBegunIsNamed() {
        CountDownLatch end = new CountDownLatch(1);
        Throwable failure = failureOf(() -> {
            Thread thread = new Thread(
                    () -> {
                        try {
                            awaitForEver(end);
                        } catch (InterruptedException interrupt) {
                            throw new IllegalStateException(interrupt);
                        }
                    },
                    "left-over");
            thread.setDaemon(true);
            thread.start();
        });
        end.countDown();
        assertThat(failure).isInstanceOf(AssertionError.class);
        assertThat(failure).message().containsPattern("a thread is still alive: left-over, now at LeakCheckTest.java");
    }

    @Test
    void threadOfAPoolThatWasLeftOpenIsFound() {
        List<ExecutorService> pools = new ArrayList<>();
        Throwable failure = failureOf(() -> {
            ExecutorService pool = Executors.newFixedThreadPool(1);
            pools.add(pool);
            getRunningLoop().runInExecutor(pool, () -> 7).await();
        });
        pools.forEach(ExecutorService::shutdown);
        assertThat(failure).isInstanceOf(AssertionError.class).hasMessageContaining("a thread is still alive: pool-");
    }

    @Test
    void threadThatIsJustEndingIsNoLeak() {
        assertThatCode(() -> newRun().run(() -> {
                    ExecutorService pool = Executors.newFixedThreadPool(1);
                    getRunningLoop().runInExecutor(pool, () -> 7).await();
                    pool.shutdown();
                }))
                .doesNotThrowAnyException();
    }

    @Test
    void threadOfAFixtureIsNoLeak() {
        try (ExecutorService pool = Executors.newFixedThreadPool(1)) {
            assertThatCode(() -> newRun().run(() ->
                            getRunningLoop().runInExecutor(pool, () -> 7).await()))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void threadsMayBeLeftOut() {
        List<ExecutorService> pools = new ArrayList<>();
        assertThatCode(() -> RunSettings.standard()
                        .checkedBy(LeakCheck.exceptThreads())
                        .newRun()
                        .run(() -> {
                            ExecutorService pool = Executors.newFixedThreadPool(1);
                            pools.add(pool);
                            getRunningLoop().runInExecutor(pool, () -> 7).await();
                        }))
                .doesNotThrowAnyException();
        pools.forEach(ExecutorService::shutdown);
    }

    @Test
    void registrationIsNamedWithWhereItWasMade() {
        try (CancellationTokenSource source = new CancellationTokenSource()) {
            assertThat(failureOf(() -> kept.add(source.token().register(() -> {}))))
                    .isInstanceOf(AssertionError.class)
                    .message()
                    .containsPattern("a registration on a cancellation token is still open: "
                            + ".*, made at LeakCheckTest.java:\\d+");
        }
    }

    @Test
    void registrationThatIsLeftIsClosed() {
        List<String> events = new ArrayList<>();
        try (CancellationTokenSource source = new CancellationTokenSource()) {
            failureOf(() -> kept.add(source.token().register(() -> events.add("called"))));
            source.cancel();
        }
        assertThat(events).isEmpty();
    }

    @Test
    void registrationThatWasClosedIsNoLeak() {
        try (CancellationTokenSource source = new CancellationTokenSource()) {
            assertThatCode(() -> newRun().run(() -> {
                        for (int i = 0; i < 1000; i++) {
                            source.token().register(() -> {}).close();
                        }
                    }))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void registrationOutsideOfTheRunIsNotItsLeak() {
        try (CancellationTokenSource source = new CancellationTokenSource()) {
            assertThatCode(() -> newRun().run(() -> {})).doesNotThrowAnyException();
            kept.add(source.token().register(() -> {}));
            assertThatCode(() -> newRun().run(() -> {})).doesNotThrowAnyException();
        }
    }

    @Test
    void oneErrorListsAll() {
        Throwable failure = failureOf(() -> {
            createTask(() -> sleep(ofDays(1)), "one");
            createTask(() -> sleep(ofDays(1)), "two");
            getRunningLoop().callLater(ofDays(1), () -> {});
        });
        assertThat(failure).hasMessageContainingAll("one", "two", "a timer");
        assertThat(failure.getSuppressed()).hasSize(3);
    }

    @Test
    void leaksOfATestThatFailsAreSuppressed() {
        IllegalStateException boom = new IllegalStateException("boom");
        Throwable failure = failureOf(() -> {
            createTask(() -> sleep(ofDays(1)), "forgotten");
            throw boom;
        });
        assertThat(failure).isSameAs(boom);
        assertThat(Arrays.asList(boom.getSuppressed()))
                .singleElement()
                .satisfies(leak -> assertThat(leak).hasMessageContaining("forgotten"));
    }

    @Test
    void secondRunWithTheSameCheckStartsAfresh() {
        LeakCheck check = new LeakCheck();
        RunSettings settings = RunSettings.standard().checkedBy(check);
        var _ = catchThrowable(() -> settings.newRun().run(() -> {
            createTask(() -> sleep(ofDays(1)));
        }));
        assertThatCode(() -> settings.newRun().run(() -> sleep(ofSeconds(1)))).doesNotThrowAnyException();
    }
}
