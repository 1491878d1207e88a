package io.asyncio4j.behaviours.executors;

import static io.asyncio4j.Asyncio.currentTask;
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
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.asyncio4j.EventLoop;
import io.asyncio4j.ExceptionContext;
import io.asyncio4j.executors.LoopExecutor;
import io.asyncio4j.testkit.VirtualTime;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A loop as an {@code ExecutorService}. */
@VirtualTime
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SAME_THREAD)
class LoopExecutorTest {
    private final List<Object> seen = new ArrayList<>();
    private final List<ExceptionContext> reports = new ArrayList<>();

    @Test
    void workRunsAsATaskOfTheLoopAndMayAwait() throws Exception {
        run(() -> {
            Future<String> result =
                    executor().submit(() -> sleep(ofSeconds(1), currentTask().getName()));
            assertThat(await(result))
                    .startsWith("Task-")
                    .isNotEqualTo(currentTask().getName());
            assertThat(now().toSeconds()).isEqualTo(1);
        });
    }

    @Test
    void workOfAnotherThreadComesBackThere() throws Exception {
        run(() -> {
            LoopExecutor executor = executor();
            assertThat(toThread(() -> executor.submit(() -> sleep(ZERO, "done")).get()))
                    .isEqualTo("done");
        });
    }

    @Test
    void workBeginsInTheOrderOfItsSubmission() throws Exception {
        run(() -> {
            LoopExecutor executor = executor();
            executor.execute(() -> seen.add(1));
            executor.submit(() -> seen.add(2));
            await(executor.submit(() -> seen.add(3), "three"));
        });
        assertThat(seen).containsExactly(1, 2, 3);
    }

    @Test
    void runnableGivesTheResultItCameWith() throws Exception {
        run(() -> {
            assertThat(await(executor().submit(() -> {}, "result"))).isEqualTo("result");
            assertThat((Object) await(executor().submit(() -> {}))).isNull();
        });
    }

    @Test
    void failureIsTheFutures() throws Exception {
        IOException failure = new IOException("broken");
        run(() -> {
            Future<?> future = executor().submit(() -> {
                throw failure;
            });
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> await(future))
                    .isSameAs(failure);
            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(future::get)
                    .withCause(failure);
        });
    }

    @Test
    void failureOfExecuteIsReported() throws Exception {
        IllegalStateException failure = new IllegalStateException("broken");
        run(() -> {
            getRunningLoop().setExceptionHandler((loop, context) -> reports.add(context));
            executor().execute(() -> {
                throw failure;
            });
            turns(4);
        });
        assertThat(reports)
                .singleElement()
                .extracting(ExceptionContext::exception)
                .isSameAs(failure);
    }

    @Test
    void nullIsRefused() throws Exception {
        run(() -> {
            assertThatNullPointerException().isThrownBy(() -> new LoopExecutor(null));
            assertThatNullPointerException().isThrownBy(() -> executor().execute(null));
            assertThatNullPointerException().isThrownBy(() -> executor().submit((Callable<?>) null));
            assertThatNullPointerException().isThrownBy(() -> executor().scheduleAtFixedRate(null, 1, 1, SECONDS));
        });
    }

    @Test
    void whatWouldBlockTheLoopIsRefusedThere() throws Exception {
        run(() -> {
            LoopExecutor executor = executor();
            Future<?> future = executor.submit(() -> sleep(ofSeconds(1), 1));
            List<Callable<Integer>> some = List.of(() -> 1);
            assertThatIllegalStateException().isThrownBy(future::get).withMessageContaining("wrapFuture");
            assertThatIllegalStateException().isThrownBy(() -> future.get(1, SECONDS));
            assertThatIllegalStateException().isThrownBy(((CompletableFuture<?>) future)::join);
            assertThatIllegalStateException().isThrownBy(() -> executor.awaitTermination(1, SECONDS));
            assertThatIllegalStateException().isThrownBy(() -> executor.invokeAll(some));
            assertThatIllegalStateException().isThrownBy(() -> executor.invokeAny(some));
            assertThatIllegalStateException().isThrownBy(executor::close);
            assertThat(executor.isShutdown()).isFalse();
        });
    }

    @Test
    void doneFutureIsReadOnTheLoopToo() throws Exception {
        run(() -> {
            Future<Integer> future = executor().submit(() -> 7);
            turns(4);
            assertThat(future.get()).isEqualTo(7);
            assertThat(future.resultNow()).isEqualTo(7);
        });
    }

    @Test
    void workWaitsForALoopThatDoesNotRunYet() throws Exception {
        EventLoop loop = new EventLoop();
        LoopExecutor executor = new LoopExecutor(loop);
        Future<Integer> result = executor.submit(() -> 7);
        assertThat(result.isDone()).isFalse();
        loop.runUntilComplete(() -> turns(4));
        assertThat(result.get()).isEqualTo(7);
        loop.close();
    }
}
