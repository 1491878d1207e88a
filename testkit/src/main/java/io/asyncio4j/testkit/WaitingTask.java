package io.asyncio4j.testkit;

import io.asyncio4j.Asyncio;
import io.asyncio4j.EventLoop;
import io.asyncio4j.Task;
import java.util.List;

/** Where a task waits, in the form in which every report shows it: as a stack trace. Nothing was thrown. */
final class WaitingTask extends Throwable {

    private static final long serialVersionUID = 1L;

    private WaitingTask(String message, List<StackTraceElement> newestFirst) {
        super(message, null, false, true);
        setStackTrace(newestFirst.toArray(new StackTraceElement[0]));
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }

    /** One for each task that is not done. The loop is not running. */
    static List<WaitingTask> ofAll(EventLoop loop) {
        return Asyncio.allTasks(loop).stream().map(WaitingTask::of).toList();
    }

    /** Where this one waits. */
    static WaitingTask of(Task<?> task) {
        return of("it waits here", task);
    }

    /** Where this one waits, and why that is of interest. */
    static WaitingTask of(String what, Task<?> task) {
        return new WaitingTask(what + ": " + task, task.getStack().reversed());
    }
}
