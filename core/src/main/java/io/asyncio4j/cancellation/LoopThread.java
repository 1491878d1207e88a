package io.asyncio4j.cancellation;

import io.asyncio4j.Asyncio;
import io.asyncio4j.EventLoop;
import io.asyncio4j.Task;

/** Who runs on the calling thread; and the way of a cancellation, which comes from any thread, to what belongs to a loop's. */
final class LoopThread {
    private LoopThread() {}

    /** The task that calls this; the action is what it wants to do. */
    static Task<?> currentTask(String action) {
        Task<?> task = Asyncio.currentTask();
        if (task == null) {
            throw new IllegalStateException(
                    action + " needs a task, and this is a callback: callbacks cannot wait; create a task in it");
        }
        return task;
    }

    /** Runs the action now if this is the loop's thread, else soon over there; not at all if the loop is closed. */
    static void run(EventLoop loop, Runnable action) {
        if (EventLoop.ofCurrentThread() == loop) {
            action.run();
            return;
        }
        try {
            loop.callSoonThreadsafe(action);
        } catch (IllegalStateException refused) {
            if (!loop.isClosed()) {
                throw refused;
            }
        }
    }
}
