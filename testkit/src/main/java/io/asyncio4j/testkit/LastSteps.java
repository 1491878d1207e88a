package io.asyncio4j.testkit;

import io.asyncio4j.Asyncio;
import io.asyncio4j.Task;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is let happen between the end of a main task and the look at what it has left: callbacks, and tasks that have been
 * asked to end. A request may come by a callback, and an answer to it takes a turn or two; neither is a leak. Tasks that
 * were pending and that nobody asks are passed over where possible, time stands still, and no thread is waited for.
 *
 * <p>Loop thread, and its caller while the loop is not running.
 */
final class LastSteps {
    /** Who takes more does not just end. */
    private static final int MOST = 10_000;

    private final Set<Task<?>> left;
    private final Set<Task<?>> asked = new HashSet<>();
    private @Nullable Task<?> own;
    private int taken;

    /** The last steps after a main task that has left these tasks pending. */
    LastSteps(Set<Task<?>> left) {
        this.left = left;
    }

    boolean areNeeded() {
        return !left.isEmpty();
    }

    /** A coroutine that returns when none of these steps is ready. */
    void await() {
        own = Asyncio.currentTask();
        int before;
        do {
            before = taken;
            Asyncio.sleep(Duration.ZERO);
        } while (taken > before && taken < MOST);
    }

    /** Which of the ready steps is next, see {@link io.asyncio4j.lowlevel.StepOrder#choose}. */
    int choose(List<?> ready) {
        int index = 0;
        while (taken < MOST && index < ready.size()) {
            if (isWanted(ready.get(index))) {
                taken++;
                return index;
            }
            index++;
        }
        // its own step, unless it has not begun or is over
        return Math.max(0, ready.indexOf(own));
    }

    private boolean isWanted(Object step) {
        if (!(step instanceof Task<?> task)) {
            return true;
        }
        if (task.cancelling() > 0) {
            asked.add(task);
            return true;
        }
        return task != own && !left.contains(task);
    }

    /** The tasks that have ended in the meantime without having been asked to. */
    List<Task<?>> endedUnasked() {
        return left.stream()
                .filter(Task::done)
                .filter(task -> !asked.contains(task))
                .toList();
    }
}
