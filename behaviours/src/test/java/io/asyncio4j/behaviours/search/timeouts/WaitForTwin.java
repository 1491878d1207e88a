package io.asyncio4j.behaviours.search.timeouts;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.getRunningLoop;

import io.asyncio4j.CancelledError;
import io.asyncio4j.Future;
import io.asyncio4j.Task;
import io.asyncio4j.TimerHandle;
import io.asyncio4j.VoidCoroutine;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

/** A {@code waitFor} in the manner of CPython before 3.12, which runs the body in a task of its own, with its defect. */
record WaitForTwin(Defect defect) implements TimeLimit {

    /** What is wrong with the wait. */
    enum Defect {
        /** Nothing, as long as nobody cancels it twice. */
        NONE,
        /** When the body has ended in the same turn, its result is worth more than a cancellation (bpo-37658). */
        SWALLOWS_THE_CANCELLATION,
        /** Cancels the body, and does not wait for its end (bpo-32751). */
        LEAVES_THE_BODY
    }

    @Override
    public void run(VoidCoroutine body, Duration time) throws Exception {
        Task<?> task = createTask(body);
        Future<Object> over = getRunningLoop().createFuture();
        TimerHandle alarm = getRunningLoop().callLater(time, () -> release(over));
        task.addDoneCallback(_ -> release(over));
        try {
            over.await();
        } catch (CancelledError error) {
            if (defect == Defect.SWALLOWS_THE_CANCELLATION && task.done()) {
                return;
            }
            end(task);
            throw error;
        } finally {
            alarm.cancel();
        }
        if (!task.done()) {
            end(task);
            throw new TimeoutException();
        }
        task.result();
    }

    private void end(Task<?> task) throws Exception {
        task.cancel();
        if (defect != Defect.LEAVES_THE_BODY && !task.done()) {
            Future<Object> ended = getRunningLoop().createFuture();
            task.addDoneCallback(_ -> release(ended));
            ended.await();
        }
    }

    private static void release(Future<Object> waiter) {
        if (!waiter.done()) {
            waiter.setResult("over");
        }
    }
}
