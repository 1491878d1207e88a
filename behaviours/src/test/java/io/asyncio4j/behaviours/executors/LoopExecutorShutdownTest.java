package io.asyncio4j.behaviours.executors;

import static io.asyncio4j.Asyncio.getRunningLoop;
import static io.asyncio4j.Asyncio.run;
import static io.asyncio4j.Asyncio.sleep;
import static io.asyncio4j.Asyncio.toThread;
import static io.asyncio4j.behaviours.executors.LoopWork.await;
import static io.asyncio4j.behaviours.executors.LoopWork.executor;
import static io.asyncio4j.behaviours.time.LoopTime.now;
import static io.asyncio4j.behaviours.time.LoopTime.turns;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofSeconds;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.asyncio4j.CancelledError;
import io.asyncio4j.EventLoop;
import io.asyncio4j.ExceptionContext;
import io.asyncio4j.executors.LoopExecutor;
import io.asyncio4j.testkit.VirtualTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Work that is cancelled, executors that are shut down, loops that are closed. */
@VirtualTime
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SAME_THREAD)
class LoopExecutorShutdownTest {
    private final List<Object> seen = new ArrayList<>();
    private final List<ExceptionContext> reports = new ArrayList<>();

    private Object sleeping() {
        seen.add("begun");
        try {
            return sleep(ofSeconds(10), "finished");
        } catch (CancelledError error) {
            seen.add("cancelled");
            throw error;
        } finally {
            seen.add("ended");
        }
    }

    @Test
    void cancelTrueCancelsTheTask() throws Exception {
        run(() -> {
            Future<?> future = executor().submit(this::sleeping);
            turns(3);
            assertThat(future.cancel(true)).isTrue();
            assertThat(future.isDone()).isTrue();
            assertThat(future.isCancelled()).isTrue();
            turns(3);
        });
        assertThat(seen).containsExactly("begun", "cancelled", "ended");
    }

    @Test
    void cancelFalseLetsItFinish() throws Exception {
        run(() -> {
            Future<?> future = executor().submit(this::sleeping);
            turns(3);
            assertThat(future.cancel(false)).isTrue();
            assertThat(future.cancel(false)).isTrue();
            sleep(ofSeconds(11));
        });
        assertThat(seen).containsExactly("begun", "ended");
    }

    @Test
    void cancelFalseKeepsItFromStarting() throws Exception {
        run(() -> {
            LoopExecutor executor = executor();
            executor.submit(this::sleeping).cancel(false);
            executor.schedule(this::sleeping, 1, SECONDS).cancel(false);
            turns(5);
            executor.shutdown();
            assertThat(executor.isTerminated()).isTrue();
            sleep(ofSeconds(2));
        });
        assertThat(seen).isEmpty();
    }

    @Test
    void failureAfterTheCancellationIsReported() throws Exception {
        run(() -> {
            getRunningLoop().setExceptionHandler((loop, context) -> reports.add(context));
            Future<?> future = executor().submit(() -> {
                try {
                    return sleep(ofSeconds(1), 1);
                } finally {
                    fail();
                }
            });
            turns(3);
            future.cancel(true);
            turns(4);
        });
        assertThat(reports)
                .singleElement()
                .satisfies(report -> assertThat(report.exception()).hasMessage("in the cleanup"));
    }

    private static void fail() {
        throw new IllegalStateException("in the cleanup");
    }

    @Test
    void shutdownFinishesWhatIsThereAndTakesNoMore() throws Exception {
        run(() -> {
            LoopExecutor executor = executor();
            Future<?> running = executor.submit(this::sleeping);
            Future<?> delayed = executor.schedule(() -> seen.add("delayed"), 20, SECONDS);
            Future<?> periodic = executor.scheduleAtFixedRate(() -> seen.add("tick"), 1, 1, SECONDS);
            turns(3);
            executor.shutdown();
            assertThat(executor.isShutdown()).isTrue();
            assertThat(executor.isTerminated()).isFalse();
            assertThat(periodic.isCancelled()).isTrue();
            assertThatExceptionOfType(RejectedExecutionException.class).isThrownBy(() -> executor.execute(() -> {}));
            assertThatExceptionOfType(RejectedExecutionException.class)
                    .isThrownBy(() -> executor.schedule(() -> {}, 1, SECONDS));
            assertThat((Object) await(running)).isEqualTo("finished");
            await(delayed);
            turns(2);
            assertThat(executor.isTerminated()).isTrue();
        });
        assertThat(seen).containsExactly("begun", "ended", "delayed");
    }

    @Test
    void shutdownStopsAPeriodicTaskThatRests() throws Exception {
        run(() -> {
            LoopExecutor executor = executor();
            executor.scheduleAtFixedRate(() -> seen.add("tick"), 0, 3600, SECONDS);
            sleep(ofSeconds(1));
            executor.shutdown();
            turns(3);
            assertThat(executor.isTerminated()).isTrue();
            assertThat(now().toSeconds()).isEqualTo(1);
        });
        assertThat(seen).containsExactly("tick");
    }

    @Test
    void shutdownNowCancelsAndGivesBackWhatHasNotBegun() throws Exception {
        Runnable command = () -> seen.add("command");
        run(() -> {
            LoopExecutor executor = executor();
            Future<?> running = executor.submit(this::sleeping);
            turns(3);
            executor.execute(command);
            Future<?> later = executor.schedule(() -> seen.add("callable"), 1, SECONDS);
            List<Runnable> left = executor.shutdownNow();
            assertThat(left).hasSize(2).first().isSameAs(command);
            assertThat(running.isCancelled()).isTrue();
            assertThat(later.isCancelled()).isTrue();
            turns(4);
            assertThat(executor.isTerminated()).isTrue();
            left.getLast().run();
        });
        assertThat(seen).containsExactly("begun", "cancelled", "ended", "callable");
    }

    @Test
    void awaitTerminationWaitsForTheTasks() throws Exception {
        run(() -> {
            LoopExecutor executor = executor();
            CountDownLatch letGo = new CountDownLatch(1);
            executor.submit(() -> {
                toThread(() -> letGo.await());
                return null;
            });
            toThread(() -> {
                assertThat(executor.awaitTermination(0, SECONDS)).isFalse();
                executor.shutdown();
                assertThat(executor.awaitTermination(1, MILLISECONDS)).isFalse();
                letGo.countDown();
                assertThat(executor.awaitTermination(20, SECONDS)).isTrue();
            });
            assertThat(executor.isTerminated()).isTrue();
        });
    }

    @Test
    void closeWaitsForTheTasks() throws Exception {
        run(() -> {
            LoopExecutor executor = executor();
            toThread(() -> {
                try (executor) {
                    executor.execute(() -> seen.add(sleep(ZERO, "done")));
                }
            });
            assertThat(executor.isTerminated()).isTrue();
        });
        assertThat(seen).containsExactly("done");
    }

    @Test
    void closedLoopRefusesWork() throws Exception {
        EventLoop loop = new EventLoop();
        LoopExecutor executor = new LoopExecutor(loop);
        Future<?> pending = executor.submit(this::sleeping);
        loop.close();
        assertThat(pending.isCancelled()).isTrue();
        assertThat(executor.isTerminated()).isTrue();
        assertThatExceptionOfType(RejectedExecutionException.class)
                .isThrownBy(() -> executor.execute(() -> {}))
                .withMessageContaining("closed");
        assertThat(seen).isEmpty();
    }
}
