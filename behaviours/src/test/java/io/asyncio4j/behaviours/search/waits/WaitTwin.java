package io.asyncio4j.behaviours.search.waits;

import static io.asyncio4j.Asyncio.getRunningLoop;

import io.asyncio4j.CancelledError;
import io.asyncio4j.Future;
import io.asyncio4j.ReturnWhen;
import io.asyncio4j.Task;
import io.asyncio4j.TimerHandle;
import io.asyncio4j.Wait;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A wait as asyncio's for all or for the first of tasks that do not fail, but for its defect. */
record WaitTwin(Defect defect) implements Waiter {

    /** What is wrong with the wait. */
    enum Defect {
        /** Nothing. */
        NONE,
        /** When it is cancelled, it cancels the tasks as well. */
        CANCELS_THE_TASKS,
        /** Takes those for done whose end it has been told. */
        TRUSTS_ITS_CALLBACKS,
        /** Counts also those tasks that had ended before, but is not told of them. */
        WAITS_FOR_WHAT_WAS_DONE
    }

    @Override
    public Wait<Task<String>> of(List<Task<String>> tasks, Duration timeout, ReturnWhen returnWhen) throws Exception {
        Future<Object> over = getRunningLoop().createFuture();
        Set<Future<String>> told = new LinkedHashSet<>();
        TimerHandle alarm = getRunningLoop().callLater(timeout, () -> release(over));
        for (Task<String> task : tasks) {
            if (defect == Defect.WAITS_FOR_WHAT_WAS_DONE && task.done()) {
                continue;
            }
            task.addDoneCallback(done -> {
                told.add(done);
                if (returnWhen == ReturnWhen.FIRST_COMPLETED || told.size() == tasks.size()) {
                    release(over);
                }
            });
        }
        try {
            over.await();
        } catch (CancelledError error) {
            if (defect == Defect.CANCELS_THE_TASKS) {
                tasks.forEach(Task::cancel);
            }
            throw error;
        } finally {
            alarm.cancel();
        }
        Set<Task<String>> done = new LinkedHashSet<>();
        Set<Task<String>> pending = new LinkedHashSet<>();
        for (Task<String> task : tasks) {
            boolean isDone = defect == Defect.TRUSTS_ITS_CALLBACKS ? told.contains(task) : task.done();
            (isDone ? done : pending).add(task);
        }
        return new Wait<>(done, pending);
    }

    private static void release(Future<Object> over) {
        if (!over.done()) {
            over.setResult("over");
        }
    }
}
