package io.asyncio4j;

import java.io.Serializable;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Serializable} function that an executor got as the very object it is, because it may send it to another
 * machine: then nothing of ours can be wrapped around it, and what is known of it is what the executor's future tells.
 */
final class ShippedWork<T extends @Nullable Object> {
    // Fixed.
    private final EventLoop loop;
    private final Callable<T> function;
    private final Future<T> future;

    private ShippedWork(EventLoop loop, Callable<T> function) {
        this.loop = loop;
        this.function = function;
        this.future = loop.createFuture();
    }

    static <T extends @Nullable Object> Future<T> submit(
            EventLoop loop, CancelHooks hooks, ExecutorService executor, Callable<T> function, OnCancel onCancel) {
        ShippedWork<T> work = new ShippedWork<>(loop, function);
        java.util.concurrent.Future<T> elsewhere = executor.submit(function);
        loop.poller.workBegan(work);
        work.future.onDone(done -> {
            VoidCallable hook = onCancel.hook();
            if (!done.cancelled()) {
                return;
            }
            if (hook != null) {
                hooks.call(hook, work, () -> !elsewhere.isDone());
            } else {
                elsewhere.cancel(onCancel == OnCancel.INTERRUPT);
            }
        });
        CompletableFuture<T> _ = outcomeOf(elsewhere).whenComplete(work::deliver);
        return work.future;
    }

    /** What {@code get()} tells: stages that are not the JDK's may tell their dependents something else. */
    private static <T extends @Nullable Object> CompletableFuture<T> outcomeOf(
            java.util.concurrent.Future<T> elsewhere) {
        CompletableFuture<T> outcome = new CompletableFuture<>();
        Runnable wait = () -> await(elsewhere, outcome);
        if (elsewhere instanceof CompletionStage<?> stage) {
            stage.whenComplete((_, _) -> wait.run());
        } else {
            Thread.ofVirtual().name("asyncio4j-executor-wait").start(wait);
        }
        return outcome;
    }

    private static <T extends @Nullable Object> void await(
            java.util.concurrent.Future<T> elsewhere, CompletableFuture<T> outcome) {
        try {
            outcome.complete(elsewhere.get());
        } catch (ExecutionException exception) {
            outcome.completeExceptionally(exception.getCause() != null ? exception.getCause() : exception);
        } catch (CancellationException exception) {
            outcome.cancel(false);
        } catch (Throwable exception) {
            outcome.completeExceptionally(exception);
        }
    }

    /** From any thread. */
    private void deliver(T value, @Nullable Throwable exception) {
        Delivery<T> delivery = new Delivery<>(this, value, exception);
        if (loop.isClosed()) {
            delivery.loopClosed();
        } else {
            loop.scheduler.makeReadyFromAnywhere(new Handle(loop, null, delivery));
        }
    }

    /** What the executor's future told, on its way back. */
    private record Delivery<T extends @Nullable Object>(
            ShippedWork<T> work, T value, @Nullable Throwable exception) implements Runnable, LeftBehind {
        @Override
        public void run() {
            work.loop.poller.workEnded(work);
            CompletableFutures.settle(work.future, value, exception);
        }

        @Override
        public void loopClosed() {
            if (exception != null && !(exception instanceof CancellationException) && !work.future.done()) {
                work.loop.callExceptionHandler(
                        new ExceptionContext("work in a thread failed after its loop was closed", exception));
            }
        }
    }

    @Override
    public String toString() {
        return Representation.of(function);
    }
}
