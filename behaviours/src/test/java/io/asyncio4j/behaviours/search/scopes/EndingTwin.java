package io.asyncio4j.behaviours.search.scopes;

import static io.asyncio4j.Asyncio.sleep;

import io.asyncio4j.Asyncio;
import io.asyncio4j.CancelOutcome;
import io.asyncio4j.CancelledError;
import io.asyncio4j.Task;
import java.time.Duration;
import java.util.List;

/** The end of a task, asked and waited for, but for its defect. */
record EndingTwin(Defect defect) implements Ending {

    /** What is wrong with it. */
    enum Defect {
        /** Nothing. */
        NONE,
        /** Awaits the task and swallows the error, its own cancellation's too: the usual way to write it. */
        SWALLOWS_ITS_OWN_CANCELLATION,
        /** Gives the task a turn to end, and does not wait. */
        WAITS_A_TURN,
        /** Waits, and does not ask. */
        DOES_NOT_ASK,
        /** A task that has ended is taken for one that has finished. */
        DOES_NOT_ASK_HOW_IT_ENDED
    }

    @Override
    public CancelOutcome of(Task<?> task) throws Exception {
        if (defect != Defect.DOES_NOT_ASK) {
            task.cancel();
        }
        switch (defect) {
            case SWALLOWS_ITS_OWN_CANCELLATION -> {
                try {
                    task.await();
                } catch (CancelledError swallowed) {
                    return CancelOutcome.CANCELLED;
                }
            }
            case WAITS_A_TURN -> sleep(Duration.ZERO);
            default -> {
                if (!task.done()) {
                    var _ = Asyncio.wait(List.of(task));
                }
            }
        }
        return task.cancelled() && defect != Defect.DOES_NOT_ASK_HOW_IT_ENDED
                ? CancelOutcome.CANCELLED
                : CancelOutcome.FINISHED;
    }
}
