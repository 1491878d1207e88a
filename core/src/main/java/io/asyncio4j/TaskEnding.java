package io.asyncio4j;

import io.asyncio4j.context.Context;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Asking a task to end, and waiting until it has.
 *
 * @param <T> the coroutine's result
 */
abstract sealed class TaskEnding<T extends @Nullable Object> extends TaskIdentity<T> permits Task {
    TaskEnding(EventLoop loop, Object body, @Nullable String name, @Nullable Context context) {
        super(loop, body, name, context);
    }

    /**
     * Cancels this task and waits until it has ended, however it ends.
     *
     * <p>A task that is done already is left alone, and the call does not suspend. What the task failed with is not thrown,
     * and does not count as retrieved: unless somebody asks the task for it, it is reported.
     *
     * <p><em>Cancellation:</em> ends the wait with a {@link CancelledError}, also when the task ends in the same turn; the
     * task stays cancelled, and runs on until it has ended.
     *
     * @return {@link CancelOutcome#CANCELLED} or {@link CancelOutcome#FINISHED}
     * @throws IllegalStateException if the caller is this task, is no task, or belongs to another loop; nothing is cancelled
     *     then
     */
    public final CancelOutcome cancelAndWait() {
        return cancelAndWait((String) null);
    }

    /**
     * Cancels this task and waits until it has ended, see {@link #cancelAndWait()}.
     *
     * @param msg the message of the error, or null
     * @return {@link CancelOutcome#CANCELLED} or {@link CancelOutcome#FINISHED}
     * @throws IllegalStateException if the caller is this task, is no task, or belongs to another loop
     */
    public final CancelOutcome cancelAndWait(@Nullable String msg) {
        return Waiting.cancelAndWait(this, msg, null);
    }

    /**
     * Cancels this task and waits until it has ended, but no longer than a time, see
     * {@link #cancelAndWait(String, Duration)}.
     *
     * @param grace how long to wait; zero or less: the task has the loop's next turn
     * @return how the task has ended, or {@link CancelOutcome#STILL_RUNNING}
     * @throws IllegalStateException if the caller is this task, is no task, or belongs to another loop
     * @throws IllegalArgumentException if the grace is beyond 292 years
     */
    public final CancelOutcome cancelAndWait(Duration grace) {
        return cancelAndWait(null, grace);
    }

    /**
     * Cancels this task and waits until it has ended, but no longer than a time; the task is not cancelled again when that
     * is over. See {@link #cancelAndWait()}.
     *
     * @param msg the message of the error, or null
     * @param grace how long to wait; zero or less: the task has the loop's next turn
     * @return how the task has ended, or {@link CancelOutcome#STILL_RUNNING}
     * @throws IllegalStateException if the caller is this task, is no task, or belongs to another loop
     * @throws IllegalArgumentException if the grace is beyond 292 years
     */
    public final CancelOutcome cancelAndWait(@Nullable String msg, Duration grace) {
        Objects.requireNonNull(grace, "the grace must not be null: without one, wait until the task has ended");
        return Waiting.cancelAndWait(this, msg, grace);
    }
}
