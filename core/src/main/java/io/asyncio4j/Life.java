package io.asyncio4j;

import io.asyncio4j.fibers.Fiber;
import io.asyncio4j.fibers.FiberWork;
import io.asyncio4j.lowlevel.Poller;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A task's coroutine from its first step to its last, on the fiber that it has to itself meanwhile.
 *
 * <p>In three parts, of which only {@link #live} is on the stack of a suspended task, and that is small: the stacks of all
 * suspended tasks are copied at each switch and by each collection. What {@code live} leaves behind here is taken by
 * {@link #endLife} at once, on the same fiber; nobody else gets the baton in between. Touched only by its holder.
 */
abstract sealed class Life extends CurrentStep implements FiberWork permits Scheduler {
    private @Nullable Task<?> next;
    private @Nullable Task<?> over;
    private @Nullable Object result;
    private @Nullable Throwable failure;

    Life(EventLoop loop, Poller poller) {
        super(loop, poller);
    }

    /** Whose life is to begin. */
    final void nextIs(Task<?> task) {
        next = task;
    }

    /** Returns false if there is nothing to live, for the task was cancelled before its first step. */
    final boolean beginLife(Fiber self) {
        Task<?> task = Objects.requireNonNull(next);
        next = null;
        if (task.endBeforeFirstStep()) {
            return false;
        }
        task.runsOn(self);
        stepBegins(task);
        contextsOf(self).begin(task);
        return true;
    }

    @Override
    public final void live(Fiber self) {
        Task<?> task = Objects.requireNonNull(currentTask());
        Object value = null;
        Throwable exception = null;
        try {
            // here and not in a method of its own, which would be one more frame
            Object body = task.body();
            if (body instanceof Coroutine<?> coroutine) {
                value = coroutine.await();
            } else {
                ((VoidCoroutine) Objects.requireNonNull(body)).run();
            }
        } catch (Throwable thrown) {
            exception = thrown;
        }
        // not the current one: a wait that failed may have left none
        over = task;
        result = value;
        failure = exception;
    }

    /**
     * Gives the task whose coroutine has returned its outcome, if there is one.
     *
     * @return who waits for the end of the first step, if that is where the task ended
     */
    final @Nullable Fiber endLife() {
        Task<?> task = over;
        if (task == null) {
            return null;
        }
        Object value = result;
        Throwable exception = failure;
        over = null;
        result = null;
        failure = null;
        if (exception == null) {
            task.endWithResult(value);
        } else {
            task.endWith(exception);
        }
        contextsOf(Objects.requireNonNull(task.fiber())).end();
        task.runsOn(null);
        stepEnds(task);
        return task.takeCreator();
    }
}
