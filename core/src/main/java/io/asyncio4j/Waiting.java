package io.asyncio4j;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Waiting for time, and for something for a time: {@code sleep}, {@code waitFor} and {@code cancelAndWait}. */
final class Waiting {
    private Waiting() {}

    static void sleep(Duration delay) {
        Objects.requireNonNull(delay, "the delay must not be null");
        Task<?> task = RunningLoop.currentTask("sleep()");
        if (!delay.isPositive()) {
            task.yieldTurn();
            return;
        }
        EventLoop loop = task.getLoop();
        Future<@Nullable Void> over = loop.createFuture();
        TimerHandle timer = loop.releaseAt(Durations.deadline(loop.time(), delay), over);
        try {
            task.awaitFuture(over);
        } finally {
            timer.cancel();
        }
    }

    static <T extends @Nullable Object> T waitFor(Awaitable<T> awaitable, @Nullable Duration timeout) throws Exception {
        Objects.requireNonNull(awaitable, "an awaitable is required, not null");
        if (timeout == null || Durations.nanos(timeout) > 0) {
            return Timeout.of(timeout).with(t -> awaitable.await());
        }
        Future<T> future = Futures.ensure(awaitable, null);
        if (future.done()) {
            return future.result();
        }
        Task<?> caller = RunningLoop.currentTask("waitFor()");
        cancelAndAwaitEnd(future, null, null, caller);
        try {
            return future.result();
        } catch (CancelledError error) {
            TimeoutException exception = new TimeoutException();
            exception.initCause(error);
            throw exception;
        }
    }

    static CancelOutcome cancelAndWait(Future<?> task, @Nullable String msg, @Nullable Duration grace) {
        Task<?> caller = RunningLoop.currentTask("cancelAndWait()");
        EventLoop loop = caller.getLoop();
        if (caller == task) {
            throw new IllegalStateException("a task cannot wait for its own end: " + task
                    + " has called its own cancelAndWait(); cancel() it, and let the error out");
        }
        if (task.getLoop() != loop) {
            throw new IllegalStateException("the task belongs to a different loop than the caller: " + task
                    + "; cancel it there, by callSoonThreadsafe()");
        }
        Long deadline = grace == null ? null : Long.valueOf(Durations.deadline(loop.time(), grace));
        if (!task.done()) {
            cancelAndAwaitEnd(task, msg, deadline, caller);
        }
        if (!task.done()) {
            return CancelOutcome.STILL_RUNNING;
        }
        return task.cancelled() ? CancelOutcome.CANCELLED : CancelOutcome.FINISHED;
    }

    /**
     * Returns when the future is done or the time has come. Does not await the future itself, so that a cancellation of
     * the caller is not mistaken for the future's.
     */
    private static void cancelAndAwaitEnd(
            Future<?> future, @Nullable String msg, @Nullable Long deadline, Task<?> caller) {
        Future<@Nullable Void> ended = future.getLoop().createFuture();
        Release release = new Release(ended);
        TimerHandle timer = deadline == null ? null : future.getLoop().releaseAt(deadline, ended);
        future.onDone(release);
        try {
            future.cancel(msg);
            caller.awaitFuture(ended);
        } finally {
            future.removeDoneCallback(release);
            if (timer != null) {
                timer.cancel();
            }
        }
    }

    static void release(Future<?> waiter) {
        if (!waiter.done()) {
            waiter.complete(null);
        }
    }

    /** Each is equal to itself alone, so that removing one leaves the others. */
    private static final class Release implements Consumer<Future<?>> {
        private final Future<@Nullable Void> waiter;

        Release(Future<@Nullable Void> waiter) {
            this.waiter = waiter;
        }

        @Override
        public void accept(Future<?> done) {
            release(waiter);
        }
    }
}
