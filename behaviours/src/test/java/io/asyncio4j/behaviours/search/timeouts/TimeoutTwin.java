package io.asyncio4j.behaviours.search.timeouts;

import static io.asyncio4j.Asyncio.currentTask;
import static io.asyncio4j.Asyncio.getRunningLoop;

import io.asyncio4j.CancelledError;
import io.asyncio4j.Task;
import io.asyncio4j.TimerHandle;
import io.asyncio4j.VoidCoroutine;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeoutException;

/** A timeout as asyncio's, but for its defect. */
record TimeoutTwin(Defect defect) implements TimeLimit {

    /** What is wrong with the timeout. */
    enum Defect {
        /** Nothing. */
        NONE,
        /** When its time is over, it takes the cancellation for its own without looking at the count. */
        MISTAKES_OTHERS_FOR_ITSELF,
        /** Takes every cancellation for its own. */
        TAKES_EVERY_CANCELLATION,
        /** Takes its request back where it throws a TimeoutException, but not where the body has another exception. */
        FORGETS_TO_UNCANCEL,
        /** Calls its alarm off at the end of the body, but not where that throws. */
        LEAVES_ITS_ALARM,
        /** Looks at the time when the body has ended. */
        DOES_NOT_INTERRUPT
    }

    @Override
    public void run(VoidCoroutine body, Duration time) throws Exception {
        Task<?> task = Objects.requireNonNull(currentTask());
        int before = task.cancelling();
        boolean[] expired = {false};
        TimerHandle alarm = getRunningLoop().callLater(time, () -> {
            expired[0] = true;
            if (defect != Defect.DOES_NOT_INTERRUPT) {
                task.cancel();
            }
        });
        try {
            body.run();
        } catch (Throwable exception) {
            if (defect != Defect.LEAVES_ITS_ALARM) {
                alarm.cancel();
            }
            boolean takesBack = defect != Defect.FORGETS_TO_UNCANCEL || exception instanceof CancelledError;
            boolean alone = expired[0] && takesBack && task.uncancel() <= before;
            boolean ours = switch (defect) {
                case MISTAKES_OTHERS_FOR_ITSELF -> expired[0];
                case TAKES_EVERY_CANCELLATION -> true;
                default -> alone;
            };
            if (ours && exception instanceof CancelledError) {
                throw timeout(exception);
            }
            throw exception;
        }
        alarm.cancel();
        if (expired[0]) {
            if (defect == Defect.DOES_NOT_INTERRUPT) {
                throw new TimeoutException();
            }
            task.uncancel();
        }
    }

    private static TimeoutException timeout(Throwable cause) {
        TimeoutException timeout = new TimeoutException();
        timeout.initCause(cause);
        return timeout;
    }
}
