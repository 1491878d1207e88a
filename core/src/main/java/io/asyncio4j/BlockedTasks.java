package io.asyncio4j;

import io.asyncio4j.fibers.Fiber;

/** Wakes the tasks of a loop whose fibers block a carrier thread, because their stacks cannot be unmounted: they fail. */
final class BlockedTasks implements Runnable {
    private final TaskRegistry tasks;

    BlockedTasks(TaskRegistry tasks) {
        this.tasks = tasks;
    }

    @Override
    public void run() {
        for (Task<?> task : tasks.all()) {
            Fiber fiber = task.fiber();
            if (fiber != null && fiber.isBlocked()) {
                task.stopWaiting();
            }
        }
    }
}
