package io.asyncio4j.behaviours.threads;

import static io.asyncio4j.Asyncio.getRunningLoop;
import static io.asyncio4j.Asyncio.run;
import static io.asyncio4j.Asyncio.runCoroutineThreadsafe;
import static io.asyncio4j.Asyncio.sleep;
import static io.asyncio4j.Asyncio.toThread;
import static java.time.Duration.ZERO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.asyncio4j.Asyncio;
import io.asyncio4j.CancelledError;
import io.asyncio4j.EventLoop;
import io.asyncio4j.Future;
import io.asyncio4j.Task;
import io.asyncio4j.VoidCoroutine;
import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** {@code runCoroutineThreadsafe}: a coroutine submitted by another thread. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RunCoroutineThreadsafeTest {
    /** What a body on another thread does with the loop. */
    private interface Submitter {
        void submitTo(EventLoop loop) throws Exception;
    }

    private static void besideARunningLoop(Submitter submitter) throws Exception {
        run(() -> {
            EventLoop loop = getRunningLoop();
            toThread(() -> submitter.submitTo(loop));
        });
    }

    private static int add(int one, int other) {
        sleep(ZERO);
        return one + other;
    }

    @Test
    void resultComesBack() throws Exception {
        besideARunningLoop(loop -> {
            CompletableFuture<Integer> sum = runCoroutineThreadsafe(() -> add(1, 2), loop);
            assertThat(sum.get()).isEqualTo(3);
        });
    }

    @Test
    void coroutineRunsAsATaskOfTheLoop() throws Exception {
        besideARunningLoop(loop -> {
            CompletableFuture<EventLoop> seen =
                    runCoroutineThreadsafe(() -> Asyncio.currentTask().getLoop(), loop);
            assertThat(seen.get()).isSameAs(loop);
        });
    }

    @Test
    void failureComesBackAsItself() throws Exception {
        IOException failure = new IOException("broken");
        besideARunningLoop(loop -> {
            CompletableFuture<Object> broken = runCoroutineThreadsafe(
                    () -> {
                        throw failure;
                    },
                    loop);
            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(broken::get)
                    .havingCause()
                    .isSameAs(failure);
        });
    }

    @Test
    void waitingMayTimeOutAndTheTaskGoesOn() throws Exception {
        besideARunningLoop(loop -> {
            CompletableFuture<Future<String>> gate = runCoroutineThreadsafe(() -> loop.createFuture(), loop);
            Future<String> future = gate.get();
            CompletableFuture<String> waiting = runCoroutineThreadsafe(future::await, loop);
            assertThatExceptionOfType(TimeoutException.class).isThrownBy(() -> waiting.get(1, TimeUnit.NANOSECONDS));
            loop.callSoonThreadsafe(() -> future.setResult("late"));
            assertThat(waiting.get()).isEqualTo("late");
        });
    }

    @Test
    void cancellingWhatWasReturnedCancelsTheTask() throws Exception {
        besideARunningLoop(loop -> {
            CompletableFuture<String> begun = new CompletableFuture<>();
            CompletableFuture<String> ended = new CompletableFuture<>();
            CompletableFuture<Object> waiting = runCoroutineThreadsafe(
                    () -> {
                        begun.complete("begun");
                        try {
                            return loop.createFuture().await();
                        } catch (CancelledError error) {
                            ended.complete("cancelled");
                            throw error;
                        }
                    },
                    loop);
            begun.get();
            waiting.cancel(true);
            assertThat(ended.get()).isEqualTo("cancelled");
            assertThatExceptionOfType(CancellationException.class).isThrownBy(waiting::get);
        });
    }

    @Test
    void cancellingTheTaskCancelsWhatWasReturned() throws Exception {
        besideARunningLoop(loop -> {
            CompletableFuture<Task<?>> self = new CompletableFuture<>();
            CompletableFuture<Object> waiting = runCoroutineThreadsafe(
                    () -> {
                        self.complete(Asyncio.currentTask());
                        return loop.createFuture().await();
                    },
                    loop);
            Task<?> task = self.get();
            loop.callSoonThreadsafe(task::cancel);
            assertThatExceptionOfType(CancellationException.class).isThrownBy(waiting::get);
            assertThat(waiting.isCancelled()).isTrue();
        });
    }

    @Test
    void cancelledBeforeTheLoopTookItUpItNeverBegins() throws Exception {
        AtomicBoolean begun = new AtomicBoolean();
        EventLoop loop = new EventLoop();
        CompletableFuture<Void> submitted = runCoroutineThreadsafe(() -> begun.set(true), loop);
        submitted.cancel(false);
        loop.runUntilComplete((VoidCoroutine) () -> sleep(ZERO));
        loop.close();
        assertThat(begun).isFalse();
    }

    @Test
    void submittedBeforeTheRunItBeginsInTheRun() throws Exception {
        EventLoop loop = new EventLoop();
        CompletableFuture<String> submitted = runCoroutineThreadsafe(() -> "ran", loop);
        loop.runUntilComplete((VoidCoroutine) () -> {
            sleep(ZERO);
            sleep(ZERO);
        });
        loop.close();
        assertThat(submitted.get()).isEqualTo("ran");
    }

    @Test
    void closedLoopRefuses() {
        EventLoop loop = new EventLoop();
        loop.close();
        assertThatIllegalStateException()
                .isThrownBy(() -> runCoroutineThreadsafe(() -> "never", loop))
                .withMessageContaining("Event loop is closed");
    }

    @Test
    void loopClosedBeforeItBeganLeavesNobodyWaiting() {
        EventLoop loop = new EventLoop();
        CompletableFuture<String> submitted = runCoroutineThreadsafe(() -> "never", loop);
        loop.close();
        assertThat(submitted).isDone();
        assertThat(submitted.isCompletedExceptionally()).isTrue();
    }

    @Test
    void loopClosedWhileItWaitsLeavesNobodyWaiting() throws Exception {
        EventLoop loop = new EventLoop();
        loop.setExceptionHandler((on, context) -> {});
        CompletableFuture<Object> submitted =
                runCoroutineThreadsafe(() -> loop.createFuture().await(), loop);
        loop.runUntilComplete((VoidCoroutine) () -> {
            sleep(ZERO);
            sleep(ZERO);
        });
        loop.close();
        assertThat(submitted.isCompletedExceptionally()).isTrue();
    }

    @Test
    void failureIsNotReportedAgainByTheLoop() throws Exception {
        AtomicBoolean reported = new AtomicBoolean();
        besideARunningLoop(loop -> {
            loop.callSoonThreadsafe(() -> loop.setExceptionHandler((on, context) -> reported.set(true)));
            CompletableFuture<?> broken = runCoroutineThreadsafe(
                    (VoidCoroutine) () -> {
                        throw new IOException("broken");
                    },
                    loop);
            assertThatExceptionOfType(ExecutionException.class).isThrownBy(broken::get);
        });
        assertThat(reported).isFalse();
    }

    @Test
    void nullIsRefusedAtOnce() throws Exception {
        besideARunningLoop(loop -> assertThatNullPointerException()
                .isThrownBy(() -> runCoroutineThreadsafe((io.asyncio4j.Coroutine<String>) null, loop)));
    }
}
