package io.asyncio4j;

import io.asyncio4j.fibers.Fiber;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A task's coroutine from its first step to its last, on the fiber that it has to itself meanwhile.
 *
 * <p>In three parts, of which only {@link #run} is on the stack of a suspended task, and that is small: the stacks of all
 * suspended tasks are copied at each switch and by each collection. What {@code run} leaves behind here is seen by
 * {@link #end} at once, on the same fiber; nobody else gets the baton in between. Touched only by its holder.
 */
final class Life {
    private @Nullable Task<?> next;
    private @Nullable Task<?> over;
    private @Nullable Object result;
    private @Nullable Throwable failure;

    /** Whose life is to begin. */
    void next(Task<?> task) {
        next = task;
    }

    /** Returns false if there is nothing to run, for the task was cancelled before its first step. */
    boolean begin(Fiber self) {
        Task<?> task = Objects.requireNonNull(next);
        next = null;
        if (task.endBeforeFirstStep()) {
            return false;
        }
        task.runsOn(self);
        task.loop.scheduler.stepBegins(task);
        CurrentStep.contextsOf(self).begin(task);
        return true;
    }

    /** Runs the coroutine of the current task. */
    void run(CurrentStep step) {
        try {
            result = TaskBody.run(Objects.requireNonNull(step.currentTask()).body());
        } catch (Throwable exception) {
            failure = exception;
        }
        over = step.currentTask();
    }

    /**
     * Gives the task whose coroutine has returned its outcome, if there is one.
     *
     * @return who waits for the end of the first step, if that is where the task ended
     */
    @Nullable
    Fiber end() {
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
        CurrentStep.contextsOf(Objects.requireNonNull(task.fiber())).end();
        task.runsOn(null);
        task.loop.scheduler.stepEnds(task);
        return task.takeCreator();
    }
}
