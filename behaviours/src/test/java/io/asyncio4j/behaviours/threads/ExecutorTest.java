package io.asyncio4j.behaviours.threads;

import static io.asyncio4j.Asyncio.getRunningLoop;
import static io.asyncio4j.Asyncio.run;
import static io.asyncio4j.Asyncio.sleep;
import static io.asyncio4j.Asyncio.toThread;
import static java.time.Duration.ZERO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.asyncio4j.CancelledError;
import io.asyncio4j.EventLoop;
import io.asyncio4j.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** {@code runInExecutor}, and the default executor's life. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ExecutorTest {
    private static ExecutorService threadNamed(String name) {
        return Executors.newSingleThreadExecutor(Thread.ofPlatform().name(name).factory());
    }

    private static String nameOfThread() {
        return Thread.currentThread().getName();
    }

    @Test
    void worksOnTheExecutorGiven() throws Exception {
        try (ExecutorService given = threadNamed("given")) {
            String name = run(() -> getRunningLoop()
                    .runInExecutor(given, ExecutorTest::nameOfThread)
                    .await());
            assertThat(name).isEqualTo("given");
        }
    }

    @Test
    void executorGivenIsLeftOpen() throws Exception {
        try (ExecutorService given = threadNamed("given")) {
            run(() -> getRunningLoop()
                    .runInExecutor(given, ExecutorTest::nameOfThread)
                    .await());
            assertThat(given.isShutdown()).isFalse();
        }
    }

    @Test
    void toThreadUsesTheDefaultExecutor() throws Exception {
        String name = run(() -> {
            getRunningLoop().setDefaultExecutor(threadNamed("default"));
            return toThread(() -> nameOfThread());
        });
        assertThat(name).isEqualTo("default");
    }

    @Test
    void defaultExecutorIsShutDownAtTheEndOfTheRun() throws Exception {
        ExecutorService executor = threadNamed("default");
        run(() -> {
            getRunningLoop().setDefaultExecutor(executor);
            toThread(() -> nameOfThread());
        });
        assertThat(executor.isTerminated()).isTrue();
    }

    @Test
    void defaultExecutorIsShutDownByClose() {
        ExecutorService executor = threadNamed("default");
        EventLoop loop = new EventLoop();
        loop.setDefaultExecutor(executor);
        loop.close();
        assertThat(executor.isShutdown()).isTrue();
    }

    @Test
    void refusalOfTheExecutorIsThrownAtOnce() throws Exception {
        ExecutorService closed = threadNamed("closed");
        closed.shutdown();
        run(() -> assertThatExceptionOfType(RejectedExecutionException.class)
                .isThrownBy(() -> getRunningLoop().runInExecutor(closed, ExecutorTest::nameOfThread)));
    }

    @Test
    void nullIsRefusedAsFunctionAndAsDefault() throws Exception {
        run(() -> {
            assertThatNullPointerException().isThrownBy(() -> getRunningLoop().runInExecutor(null, null));
            assertThatNullPointerException().isThrownBy(() -> getRunningLoop().setDefaultExecutor(null));
        });
    }

    @Test
    void workCancelledBeforeItsTurnNeverBegins() throws Exception {
        AtomicBoolean begun = new AtomicBoolean();
        try (ExecutorService one = threadNamed("one")) {
            run(() -> {
                CountDownLatch letGo = new CountDownLatch(1);
                EventLoop loop = getRunningLoop();
                Future<?> first = loop.runInExecutor(one, () -> {
                    letGo.await();
                    return null;
                });
                Future<?> second = loop.runInExecutor(one, () -> {
                    begun.set(true);
                    return null;
                });
                second.cancel();
                assertThatExceptionOfType(CancelledError.class).isThrownBy(second::await);
                // the executor hears of the cancellation in the next turn
                sleep(ZERO);
                letGo.countDown();
                first.await();
                loop.runInExecutor(one, () -> null).await();
            });
        }
        assertThat(begun).isFalse();
    }

    @Test
    void shutdownWaitsForTheWorkThatIsUnderWay() throws Exception {
        List<String> steps = new ArrayList<>();
        run(() -> {
            EventLoop loop = getRunningLoop();
            CountDownLatch letGo = new CountDownLatch(1);
            Future<?> work = loop.runInExecutor(null, () -> {
                letGo.await();
                synchronized (steps) {
                    steps.add("work");
                }
                return null;
            });
            loop.callSoon(letGo::countDown);
            loop.shutdownDefaultExecutor(null);
            synchronized (steps) {
                steps.add("shut down");
            }
            work.await();
        });
        assertThat(steps).containsExactly("work", "shut down");
    }

    @Test
    void shutdownGivesUpAfterItsTimeout() throws Exception {
        run(() -> {
            EventLoop loop = getRunningLoop();
            CountDownLatch letGo = new CountDownLatch(1);
            Future<String> work = loop.runInExecutor(null, () -> {
                letGo.await();
                return "finished all the same";
            });
            loop.shutdownDefaultExecutor(Duration.ofMillis(1));
            assertThat(work.done()).isFalse();
            letGo.countDown();
            assertThat(work.await()).isEqualTo("finished all the same");
        });
    }

    @Test
    void noWorkIsTakenAfterTheShutdown() throws Exception {
        run(() -> {
            getRunningLoop().shutdownDefaultExecutor(null);
            assertThatIllegalStateException()
                    .isThrownBy(() -> toThread(() -> nameOfThread()))
                    .withMessageContaining("Executor shutdown has been called");
        });
    }

    @Test
    void executorsGivenStillWorkAfterTheShutdown() throws Exception {
        try (ExecutorService given = threadNamed("given")) {
            run(() -> {
                getRunningLoop().shutdownDefaultExecutor(null);
                assertThat(getRunningLoop()
                                .runInExecutor(given, ExecutorTest::nameOfThread)
                                .await())
                        .isEqualTo("given");
            });
        }
    }

    @Test
    void closedLoopTakesNoWork() {
        EventLoop loop = new EventLoop();
        loop.close();
        assertThatIllegalStateException()
                .isThrownBy(() -> loop.runInExecutor(null, () -> null))
                .withMessageContaining("closed");
    }

    @Test
    void resultsOfManyThreadsAllArrive() throws Exception {
        int sum = run(() -> {
            List<Future<Integer>> all = new ArrayList<>();
            for (int number = 0; number < 2_000; number++) {
                int mine = number;
                all.add(getRunningLoop().runInExecutor(null, () -> mine));
            }
            int total = 0;
            for (Future<Integer> one : all) {
                total += one.await();
            }
            return total;
        });
        assertThat(sum).isEqualTo(1_999_000);
    }

    @Test
    void workSeesItsThreadsOwnInterruptStatusOnly() throws Exception {
        CompletableFuture<Boolean> seen = new CompletableFuture<>();
        run(() -> toThread(() -> {
            seen.complete(Thread.currentThread().isInterrupted());
        }));
        assertThat(seen.get()).isFalse();
    }
}
