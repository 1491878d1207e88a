package io.asyncio4j;

import io.asyncio4j.context.Context;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Bridges between futures of a loop and {@link CompletableFuture}s of no loop. Outcomes and cancellations go both ways,
 * each side's thread being respected.
 */
final class CompletableFutures {
    private CompletableFutures() {}

    /** Carries the outcome of a future over; called on the loop's thread, or when its loop is closed. */
    record Bridge<T extends @Nullable Object>(CompletableFuture<T> to) implements Consumer<Future<T>>, LeftBehind {
        @Override
        public void loopClosed() {
            to.cancel(false);
        }

        @Override
        public void accept(Future<T> from) {
            if (from.cancelled()) {
                to.cancel(false);
                return;
            }
            try {
                to.complete(from.result());
            } catch (Throwable exception) {
                to.completeExceptionally(exception);
            }
        }
    }

    static <T extends @Nullable Object> CompletableFuture<T> of(Future<T> future) {
        CompletableFuture<T> result = new CompletableFuture<>();
        link(future, result);
        return result;
    }

    static <T extends @Nullable Object> void link(Future<T> future, CompletableFuture<T> to) {
        // what hangs on the bridge is the program's, so it gets a context
        future.addDoneCallback(new Bridge<>(to), Context.copyContext());
        CompletableFuture<T> _ = to.whenComplete((value, exception) -> {
            if (exception instanceof CancellationException) {
                callSoon(future.getLoop(), future::cancel);
            }
        });
    }

    static <T extends @Nullable Object> Future<T> wrap(CompletionStage<T> stage) {
        Objects.requireNonNull(stage, "the stage to wrap");
        EventLoop loop = RunningLoop.get();
        Future<T> future = loop.createFuture();
        future.addDoneCallback(done -> {
            if (done.cancelled()) {
                // true: nobody waits for it any more, and the JDK's HttpClient hangs up for nothing less
                stage.toCompletableFuture().cancel(true);
            }
        });
        stage.whenComplete((value, exception) -> callSoon(loop, () -> settle(future, value, exception)));
        return future;
    }

    static <T extends @Nullable Object> void settle(Future<T> future, T value, @Nullable Throwable exception) {
        if (future.done()) {
            return;
        }
        Throwable cause = exception instanceof CompletionException && exception.getCause() != null
                ? exception.getCause()
                : exception;
        if (cause == null) {
            future.complete(value);
        } else if (cause instanceof CancellationException) {
            future.cancel(cause.getMessage());
        } else {
            future.fail(cause);
        }
    }

    /** A loop that is closed needs no telling. */
    private static void callSoon(EventLoop loop, Runnable action) {
        if (!loop.isClosed()) {
            loop.scheduler.makeReadyFromAnywhere(new Handle(loop, null, action));
        }
    }

    static <T extends @Nullable Object> CompletableFuture<T> submit(Coroutine<T> coroutine, EventLoop loop) {
        Objects.requireNonNull(coroutine, "a coroutine is required, not null");
        CompletableFuture<T> result = new CompletableFuture<>();
        loop.callSoonThreadsafe(new Submission<>(coroutine, loop, result));
        return result;
    }

    /** A coroutine on its way to the loop's thread. */
    private record Submission<T extends @Nullable Object>(
            Coroutine<T> coroutine, EventLoop loop, CompletableFuture<T> result) implements Runnable, LeftBehind {
        @Override
        public void run() {
            if (result.isCancelled()) {
                return;
            }
            try {
                link(loop.createTask(coroutine), result);
            } catch (Throwable exception) {
                result.completeExceptionally(exception);
                throw exception;
            }
        }

        @Override
        public void loopClosed() {
            result.cancel(false);
        }
    }
}
