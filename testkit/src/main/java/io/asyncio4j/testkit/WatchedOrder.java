package io.asyncio4j.testkit;

import io.asyncio4j.Task;
import io.asyncio4j.lowlevel.StepOrder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Another order of steps, or asyncio's, in which one can hear of a task's suspension. Loop thread only. */
final class WatchedOrder implements StepOrder {
    private final @Nullable StepOrder order;
    private final List<Watch> watches = new ArrayList<>();
    private @Nullable LastSteps lastSteps;

    WatchedOrder(@Nullable StepOrder order) {
        this.order = order;
    }

    /** From now on the task's first suspension is remembered. */
    Watch watch(Task<?> task) {
        Watch watch = new Watch(task);
        watches.add(watch);
        return watch;
    }

    void unwatch(Watch watch) {
        watches.remove(watch);
    }

    @Override
    public void suspended(Object task) {
        for (Watch watch : watches) {
            if (watch.task == task && watch.suspension == null) {
                watch.suspension = WaitingTask.of(watch.task);
            }
        }
        if (order != null) {
            order.suspended(task);
        }
    }

    @Override
    public void stepEnded() {
        if (order != null) {
            order.stepEnded();
        }
    }

    /** From now on these decide; or, with null, the order again. */
    void decidedBy(@Nullable LastSteps steps) {
        lastSteps = steps;
    }

    @Override
    public int choose(List<?> ready) {
        if (lastSteps != null) {
            return lastSteps.choose(ready);
        }
        return order == null ? 0 : order.choose(ready);
    }

    /** Whether one task has suspended, and where. */
    static final class Watch {
        private final Task<?> task;
        private @Nullable WaitingTask suspension;

        private Watch(Task<?> task) {
            this.task = task;
        }

        Task<?> task() {
            return task;
        }

        /** Where the task was suspended first; null if it was not. */
        @Nullable
        WaitingTask suspension() {
            return suspension;
        }
    }
}
