package io.asyncio4j.behaviours.threads;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.getRunningLoop;
import static io.asyncio4j.Asyncio.run;
import static io.asyncio4j.Asyncio.sleep;
import static io.asyncio4j.Asyncio.toThread;
import static io.asyncio4j.Asyncio.wrapFuture;
import static java.time.Duration.ZERO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.asyncio4j.CancelledError;
import io.asyncio4j.ChildCancelledError;
import io.asyncio4j.EventLoop;
import io.asyncio4j.Future;
import io.asyncio4j.Task;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** {@code toCompletableFuture} and {@code wrapFuture}: outcomes and cancellations in both directions. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CompletableFutureBridgeTest {
    private static void turns(int number) {
        for (int turn = 0; turn < number; turn++) {
            sleep(ZERO);
        }
    }

    @Test
    void resultOfATaskGoesOut() throws Exception {
        run(() -> {
            CompletableFuture<String> out =
                    createTask(() -> sleep(ZERO, "result")).toCompletableFuture();
            assertThat(toThread(() -> out.get())).isEqualTo("result");
        });
    }

    @Test
    void resultThatIsThereAlreadyGoesOut() throws Exception {
        run(() -> {
            Future<String> future = getRunningLoop().createFuture();
            future.setResult("there");
            CompletableFuture<String> out = future.toCompletableFuture();
            assertThat(toThread(() -> out.get())).isEqualTo("there");
        });
    }

    @Test
    void failureOfATaskGoesOutAsItself() throws Exception {
        IOException failure = new IOException("broken");
        run(() -> {
            CompletableFuture<Object> out = createTask(() -> {
                        throw failure;
                    })
                    .toCompletableFuture();
            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(() -> toThread(() -> out.get()))
                    .havingCause()
                    .isSameAs(failure);
        });
    }

    @Test
    void cancellationOfATaskGoesOut() throws Exception {
        run(() -> {
            Task<?> task = createTask(() -> getRunningLoop().createFuture().await());
            CompletableFuture<?> out = task.toCompletableFuture();
            sleep(ZERO);
            task.cancel();
            turns(3);
            assertThat(out.isCancelled()).isTrue();
        });
    }

    @Test
    void cancellationOutsideCancelsTheTask() throws Exception {
        run(() -> {
            Task<?> task = createTask(() -> getRunningLoop().createFuture().await());
            CompletableFuture<?> out = task.toCompletableFuture();
            sleep(ZERO);
            toThread(() -> out.cancel(true));
            assertThatExceptionOfType(CancelledError.class).isThrownBy(task::await);
            assertThat(task.cancelled()).isTrue();
        });
    }

    @Test
    void completionOutsideLeavesTheTaskAlone() throws Exception {
        run(() -> {
            Future<String> gate = getRunningLoop().createFuture();
            Task<String> task = createTask(gate::await);
            CompletableFuture<String> out = task.toCompletableFuture();
            sleep(ZERO);
            toThread(() -> out.complete("somebody else's"));
            turns(3);
            assertThat(task.done()).isFalse();
            gate.setResult("its own");
            assertThat(task.await()).isEqualTo("its own");
        });
    }

    @Test
    void wrappedResultComesIn() throws Exception {
        run(() -> {
            CompletableFuture<String> outside = new CompletableFuture<>();
            Future<String> in = wrapFuture(outside);
            Thread.ofPlatform().start(() -> outside.complete("from outside"));
            assertThat(in.await()).isEqualTo("from outside");
        });
    }

    @Test
    void wrappedFailureComesInAsItself() throws Exception {
        IOException failure = new IOException("broken outside");
        run(() -> {
            CompletableFuture<String> outside = new CompletableFuture<>();
            Future<String> in = wrapFuture(outside);
            Thread.ofPlatform().start(() -> outside.completeExceptionally(failure));
            assertThatExceptionOfType(IOException.class).isThrownBy(in::await).isSameAs(failure);
        });
    }

    @Test
    void wrappedFailureOfADependentStageComesInUnwrapped() throws Exception {
        IllegalStateException failure = new IllegalStateException("broken outside");
        run(() -> {
            CompletableFuture<String> outside = CompletableFuture.supplyAsync(() -> {
                        throw failure;
                    })
                    .thenApply(value -> "never");
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> wrapFuture(outside).await())
                    .isSameAs(failure);
        });
    }

    @Test
    void cancellationOutsideComesInAsThatOfTheAwaitedFuture() throws Exception {
        run(() -> {
            CompletableFuture<String> outside = new CompletableFuture<>();
            Future<String> in = wrapFuture(outside);
            Thread.ofPlatform().start(() -> outside.cancel(false));
            assertThatExceptionOfType(ChildCancelledError.class)
                    .isThrownBy(in::await)
                    .satisfies(error -> assertThat(error.future()).isSameAs(in));
        });
    }

    @Test
    void cancellationOfTheTaskThatAwaitsGoesOut() throws Exception {
        run(() -> {
            CompletableFuture<String> outside = new CompletableFuture<>();
            Task<String> task = createTask(() -> wrapFuture(outside).await());
            sleep(ZERO);
            task.cancel();
            assertThatExceptionOfType(CancelledError.class).isThrownBy(task::await);
            turns(2);
            assertThat(outside.isCancelled()).isTrue();
        });
    }

    @Test
    void cancellationThatGoesOutMayInterruptWhatIsRunning() throws Exception {
        List<Boolean> interrupting = new ArrayList<>();
        CompletableFuture<String> outside = new CompletableFuture<>() {
            @Override
            public boolean cancel(boolean mayInterruptIfRunning) {
                interrupting.add(mayInterruptIfRunning);
                return super.cancel(mayInterruptIfRunning);
            }
        };
        run(() -> {
            wrapFuture(outside).cancel();
            turns(2);
        });
        assertThat(interrupting).containsExactly(true);
    }

    @Test
    void resultThatComesInAfterACancellationIsDropped() throws Exception {
        List<Object> reports = new ArrayList<>();
        run(() -> {
            getRunningLoop().setExceptionHandler((loop, context) -> reports.add(context));
            CompletableFuture<String> outside = new CompletableFuture<>();
            Future<String> in = wrapFuture(outside);
            in.cancel();
            outside.complete("too late");
            turns(3);
            assertThat(in.cancelled()).isTrue();
        });
        assertThat(reports).isEmpty();
    }

    @Test
    void outcomeThatComesInAfterTheLoopIsClosedDisturbsNobody() throws Exception {
        CompletableFuture<String> outside = new CompletableFuture<>();
        run(() -> {
            wrapFuture(outside);
        });
        assertThat(outside.complete("too late")).isTrue();
    }

    @Test
    void closedLoopCancelsWhatWentOut() throws Exception {
        EventLoop loop = new EventLoop();
        loop.setExceptionHandler((on, context) -> {});
        Task<Object> task = loop.createTask(() -> loop.createFuture().await());
        CompletableFuture<Object> out = task.toCompletableFuture();
        loop.stop();
        loop.runForever();
        loop.close();
        assertThatExceptionOfType(CancellationException.class).isThrownBy(out::get);
    }

    @Test
    void wrapFutureNeedsARunningLoop() {
        assertThatIllegalStateException()
                .isThrownBy(() -> wrapFuture(new CompletableFuture<String>()))
                .withMessageContaining("no running event loop");
    }

    @Test
    void thereAndBackAgain() throws Exception {
        String result = run(() -> {
            Task<String> task = createTask(() -> sleep(ZERO, "around"));
            return wrapFuture(task.toCompletableFuture().thenApplyAsync(text -> text + " the world"))
                    .await();
        });
        assertThat(result).isEqualTo("around the world");
    }

    @Test
    void outcomeIsCarriedFromOneLoopToAnother() throws Exception {
        EventLoop other = new EventLoop();
        Future<String> far = other.createFuture();
        CompletableFuture<String> bridge = far.toCompletableFuture();
        Thread thread = Thread.ofPlatform().start(other::runForever);
        String result = run(() -> {
            other.callSoonThreadsafe(() -> far.setResult("from afar"));
            return wrapFuture(bridge).await();
        });
        other.callSoonThreadsafe(other::stop);
        thread.join();
        other.close();
        assertThat(result).isEqualTo("from afar");
    }
}
