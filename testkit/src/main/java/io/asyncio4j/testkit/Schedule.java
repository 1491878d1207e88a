package io.asyncio4j.testkit;

import io.asyncio4j.CancelledError;
import io.asyncio4j.Task;
import io.asyncio4j.lowlevel.StepOrder;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * The order of the steps of one run as it comes to be, and the cancellation in it if there is one.
 *
 * <p>Whatever the strategy wants, nobody is passed over for ever: in asyncio whatever is ready has its turn, and a program
 * may count on that ({@code while (!ready) sleep(ZERO)}, say). When the main task has ended, what is left runs in asyncio's
 * order.
 */
final class Schedule implements StepOrder {
    private static final int PATIENCE = 100;
    private static final int STEPS_SHOWN = 24;

    private final Strategy strategy;
    private final CancellationTrigger trigger;

    // The loop's thread.
    private final Deque<Object> lastSteps = new ArrayDeque<>(STEPS_SHOWN);
    private @Nullable Object oldest;
    private int passedOver;
    private int choices;
    private long fingerprint;

    Schedule(Strategy strategy, CancellationTrigger trigger) {
        this.strategy = strategy;
        this.trigger = trigger;
    }

    /**
     * The one run. That its main task ends as cancelled is no failure if that was asked for. If it cancels, it is in debug
     * mode, in which the loop reports a cancellation that was swallowed.
     */
    void run(RunSettings settings, TestBody body) throws Exception {
        TestRun run =
                settings.inDebugMode(settings.debug() || trigger.cancels()).newRun(this);
        trigger.isFor(run);
        try {
            new InterruptibleRun(run).run(() -> {
                body.run(run);
                return null;
            });
        } catch (CancelledError error) {
            if (!trigger.accounts(error)) {
                throw error;
            }
            run.throwFindings("the main task was cancelled, but:");
        }
    }

    @Override
    public void suspended(Object task) {
        trigger.suspended((Task<?>) task);
    }

    @Override
    public void stepEnded() {
        trigger.stepEnded();
    }

    @Override
    public int choose(List<?> ready) {
        if (trigger.mainEnded()) {
            return 0;
        }
        int index = 0;
        if (ready.size() > 1) {
            index = fairly(ready, strategy.choose(ready));
            choices++;
            fingerprint = ScheduleSeed.mix(fingerprint + index);
        }
        Object chosen = ready.get(index);
        if (lastSteps.size() == STEPS_SHOWN) {
            lastSteps.removeFirst();
        }
        lastSteps.addLast(chosen);
        trigger.chosen(chosen);
        return index;
    }

    private int fairly(List<?> ready, int index) {
        Object first = ready.getFirst();
        passedOver = first == oldest ? passedOver + 1 : 0;
        oldest = index == 0 ? null : first;
        if (index == 0 || passedOver < PATIENCE) {
            return index;
        }
        strategy.overruled(ready.get(index));
        oldest = null;
        return 0;
    }

    /** How often there was more than one to choose from. */
    int choices() {
        return choices;
    }

    /** Two runs of one body with different orders of steps, or cancelled at different places, differ in this. */
    long fingerprint() {
        return ScheduleSeed.mix(fingerprint + trigger.fingerprint());
    }

    /** How often the task to be cancelled has suspended. */
    int awaits() {
        return trigger.awaits();
    }

    /** Whether the run has got to the await where it is to be cancelled. */
    boolean hasCancelled() {
        return trigger.hasCancelled();
    }

    /** Null if nobody was cancelled. */
    @Nullable
    WaitingTask placeOfCancellation() {
        return trigger.hasCancelled() ? trigger.place() : null;
    }

    /** The last steps, for a report. */
    String lastSteps() {
        StringJoiner names = new StringJoiner(", ");
        for (Object step : lastSteps) {
            names.add(trigger.isMain(step) ? "main" : step instanceof Task<?> task ? task.getName() : "callback");
        }
        return names.toString();
    }

    @Override
    public String toString() {
        return strategy + ", " + trigger;
    }
}
