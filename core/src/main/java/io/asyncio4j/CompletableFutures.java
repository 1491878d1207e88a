package io.asyncio4j;

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
        carryOver(future, result);
        onCancel(result, future.getLoop(), future::cancel);
        return result;
    }

    private static <T extends @Nullable Object> void carryOver(Future<T> future, CompletableFuture<T> to) {
        // what hangs on the bridge is the program's, so it gets a context
        future.addDoneCallback(new Bridge<>(to));
    }

    private static <T extends @Nullable Object> void onCancel(
            CompletableFuture<T> future, EventLoop loop, Runnable action) {
        CompletableFuture<T> _ = future.whenComplete((value, exception) -> {
            if (exception instanceof CancellationException) {
                callSoon(loop, action);
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
        Submission<T> submission = new Submission<>(coroutine, loop);
        loop.callSoonThreadsafe(submission);
        // only now: this thread has time until the loop is awake, which then has that much less to do
        onCancel(submission.result, loop, submission::cancel);
        return submission.result;
    }

    /** A coroutine on its way to the loop's thread, and the task it becomes there. */
    private static final class Submission<T extends @Nullable Object> implements Runnable, LeftBehind {
        // Fixed.
        private final Coroutine<T> coroutine;
        private final EventLoop loop;
        private final CompletableFuture<T> result = new CompletableFuture<>();

        // Loop thread only.
        private @Nullable Task<T> task;

        Submission(Coroutine<T> coroutine, EventLoop loop) {
            this.coroutine = coroutine;
            this.loop = loop;
        }

        @Override
        public void run() {
            if (result.isCancelled()) {
                return;
            }
            try {
                task = loop.createTask(coroutine);
                carryOver(task, result);
            } catch (Throwable exception) {
                result.completeExceptionally(exception);
                throw exception;
            }
        }

        void cancel() {
            if (task != null) {
                task.cancel();
            }
        }

        @Override
        public void loopClosed() {
            result.cancel(false);
        }

        @Override
        public String toString() {
            return "<Submission coro=" + Representation.of(coroutine) + ">";
        }
    }
}
