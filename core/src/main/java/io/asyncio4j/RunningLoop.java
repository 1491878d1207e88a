package io.asyncio4j;

import io.asyncio4j.context.ContextStack;
import org.jspecify.annotations.Nullable;

/** The loop whose fiber the calling thread is. */
final class RunningLoop {
    private RunningLoop() {}

    static @Nullable EventLoop find() {
        return (EventLoop) ContextStack.ofCurrentThread().owner();
    }

    static EventLoop get() {
        EventLoop loop = find();
        if (loop == null) {
            throw new IllegalStateException("no running event loop on this thread: call this from a task or callback, "
                    + "inside Asyncio.run(…); from another thread use runCoroutineThreadsafe or callSoonThreadsafe");
        }
        return loop;
    }

    /** The task that calls this; the action is what it wants to do. */
    static Task<?> currentTask(String action) {
        EventLoop loop = get();
        Task<?> task = loop.scheduler.currentTask();
        if (task == null) {
            throw new IllegalStateException(
                    action + " needs a task, and this is a callback: callbacks cannot wait; create a task in it");
        }
        if (loop.scheduler.unwinding.isUnderWay()) {
            loop.scheduler.refuse(task);
        }
        return task;
    }

    /** The task that is about to await the future, which must be the caller. */
    static Task<?> taskThatAwaits(Future<?> future) {
        Task<?> task = future.loop.scheduler.currentTaskHere();
        return task != null ? task : currentTask("await() of " + future);
    }
}
