package io.asyncio4j;

import org.jspecify.annotations.Nullable;

/** A loop that is being closed: the stacks of its suspended tasks are unwound, one after the other. */
final class Unwinding {
    private static final int MOST_REFUSALS = 1000;

    private final EventLoop loop;

    // The baton's holder only.
    private boolean underWay;
    private int refusals;

    Unwinding(EventLoop loop) {
        this.loop = loop;
    }

    void begin() {
        underWay = true;
    }

    void beginTask() {
        refusals = 0;
    }

    void end() {
        underWay = false;
    }

    /** Whether the loop is being closed: what tasks do now has no outcome. */
    boolean isUnderWay() {
        return underWay;
    }

    void reportDestroyed(Task<?> task) {
        report("Task was destroyed but it is pending!", null, task);
    }

    /** Whether the task has swallowed that too often, and goes on waiting again and again. */
    boolean ignored(Task<?> task) {
        if (++refusals <= MOST_REFUSALS) {
            return false;
        }
        report("a destroyed task ignores CoroutineExit; its thread is left behind", null, task);
        return true;
    }

    /** A destroyed task has let this out: its end, or an error of its cleanup that nobody else will hear of. */
    void ended(Task<?> task, Throwable exception) {
        if (!(exception instanceof CoroutineExit)) {
            report("the cleanup of a destroyed task failed", exception, task);
        }
    }

    private void report(String message, @Nullable Throwable exception, Task<?> task) {
        loop.callExceptionHandler(new ExceptionContext(message, exception, task, null, task.source()));
    }
}
