package io.asyncio4j;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A block of tasks that ends as soon as something is decided: by a result that is enough, or a failure that is too much.
 * Then the rest is cancelled and awaited. Loop thread only.
 *
 * <p>A failure that decides comes out, the very object, with later ones suppressed in it. Failures after anything else has
 * ended the block, a result or a cancellation from outside, reach the loop's exception handler. The cancellation goes on;
 * a failure that had decided before is suppressed in it.
 */
final class Decision {
    // Fixed.
    private final String caller;
    private final EventLoop loop;

    // The ends of tasks are heard of below, failed or not.
    private final TaskGroup group = TaskGroup.supervising((task, exception) -> {});

    private final List<Throwable> late = new ArrayList<>();
    private @Nullable Throwable failure;

    /** For the function of that name, called by the current task. */
    Decision(String caller) {
        this.caller = caller;
        this.loop = RunningLoop.currentTask(caller).getLoop();
    }

    /** Whether the block is ending, for whatever reason: then no more tasks are started. */
    boolean isMade() {
        return group.isAborting();
    }

    /** Starts a task in the block; the consumer hears of its end, unless the block is ending by then. */
    <T extends @Nullable Object> Task<T> start(Coroutine<T> coroutine, Consumer<Task<T>> onEnd) {
        Task<T> task = group.createTask(coroutine);
        if (task.done()) {
            ended(task, onEnd);
        } else {
            task.onDone(done -> ended(task, onEnd));
        }
        return task;
    }

    private <T extends @Nullable Object> void ended(Task<T> task, Consumer<Task<T>> onEnd) {
        Throwable exception = task.failure();
        if (!isMade()) {
            onEnd.accept(task);
        } else if (exception != null && !Failure.leavesTheLoop(exception)) {
            late.add(exception);
        }
    }

    /** What a task has failed with, or the error that says that it was cancelled; null if it has a result. */
    static @Nullable Throwable failureOf(Task<?> task) {
        return task.cancelled() ? task.cancelledError() : task.failure();
    }

    /** A result is enough. Cancels the body too. */
    void end() {
        group.cancel();
    }

    /** The body is about to end, and nothing more is wanted. */
    void endWithTheBody() {
        group.cancelChildren(null);
    }

    /** A failure is too much. Cancels the body too. */
    void fail(Throwable exception) {
        note(exception);
        group.cancel();
    }

    private void note(Throwable exception) {
        if (failure == null && !isMade()) {
            failure = exception;
        } else {
            late.add(exception);
        }
    }

    /** Runs the body and waits for the tasks; throws what was decided, or returns the body's result. */
    <T extends @Nullable Object> T run(Coroutine<T> body) throws Exception {
        T result;
        try {
            result = group.with((Block<TaskGroup, T>) tasks -> guarded(body));
        } catch (CoroutineExit closed) {
            throw closed;
        } catch (Throwable stronger) {
            if (failure != null && failure != stronger) {
                stronger.addSuppressed(failure);
            }
            reportLate();
            throw stronger;
        }
        throwFailure();
        reportLate();
        return result;
    }

    /** The body's own failure decides as that of a task does. */
    @SuppressWarnings("NullAway") // the result is not used then
    private <T extends @Nullable Object> T guarded(Coroutine<T> body) throws Exception {
        try {
            return body.await();
        } catch (CancelledError | KeyboardInterrupt | SystemExit | CoroutineExit passing) {
            throw passing;
        } catch (Throwable exception) {
            note(exception);
            endWithTheBody();
            return null;
        }
    }

    private void throwFailure() throws Exception {
        Throwable thrown = failure;
        if (thrown == null) {
            return;
        }
        for (Throwable later : late) {
            if (later != thrown) {
                thrown.addSuppressed(later);
            }
        }
        if (thrown instanceof Exception exception) {
            throw exception;
        }
        throw (Error) thrown;
    }

    private void reportLate() {
        for (Throwable exception : late) {
            loop.callExceptionHandler(
                    new ExceptionContext(caller + ": a task failed while it was being cancelled", exception));
        }
    }
}
