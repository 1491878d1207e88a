package io.asyncio4j.testkit;

import io.asyncio4j.CancelledError;
import io.asyncio4j.ChildCancelledError;
import io.asyncio4j.Task;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Counts the awaits of one task, the main one or those with a name, and cancels it at one of them. Loop thread only. */
final class CancellationTrigger {
    /** So late that the task's next step comes first. */
    static final int WHEN_DUE = Integer.MAX_VALUE;

    // Fixed.
    private final @Nullable String name;
    private final int at;

    // Set when the run is made.
    private @Nullable TestRun run;

    // Both null until the await is reached; then the task stands in the first, and in the second once it was cancelled.
    private @Nullable Task<?> target;
    private @Nullable Task<?> cancelled;
    private int stepsLeft;
    private int awaits;
    private @Nullable WaitingTask place;

    /**
     * A trigger.
     *
     * @param name of the task, or null for the main task
     * @param at which await, from 1; 0 for none
     * @param afterSteps how many steps others may take first; the target's own next step ends that
     */
    CancellationTrigger(@Nullable String name, int at, int afterSteps) {
        this.name = name;
        this.at = at;
        this.stepsLeft = afterSteps;
    }

    /** Counts only. */
    static CancellationTrigger none(@Nullable String name) {
        return new CancellationTrigger(name, 0, 0);
    }

    /** Whether it does more than count. */
    boolean cancels() {
        return at > 0;
    }

    void isFor(TestRun madeRun) {
        run = madeRun;
    }

    boolean mainEnded() {
        Task<?> main = main();
        return main != null && main.done();
    }

    boolean isMain(Object step) {
        return step == main();
    }

    private @Nullable Task<?> main() {
        return Objects.requireNonNull(run).mainTask();
    }

    void suspended(Task<?> task) {
        if (mainEnded() || !isMeant(task)) {
            return;
        }
        awaits++;
        if (awaits == at) {
            target = task;
            place = WaitingTask.of("cancelled here, at its await " + at + ", " + moment(), task);
        }
    }

    private String moment() {
        return switch (stepsLeft) {
            case 0 -> "while it waited";
            case WHEN_DUE -> "when its wake-up was due";
            default -> "after at most " + stepsLeft + " steps of others";
        };
    }

    private boolean isMeant(Task<?> task) {
        return name == null ? task == main() : task.getName().equals(name);
    }

    void stepEnded() {
        if (target != null && stepsLeft != WHEN_DUE) {
            if (stepsLeft == 0) {
                cancel(target);
            }
            stepsLeft--;
        }
    }

    void chosen(Object step) {
        if (step == target) {
            cancel(target);
        }
    }

    private void cancel(Task<?> task) {
        target = null;
        if (!mainEnded()) {
            if (task.cancel("cancelled by the test at await " + at)) {
                cancelled = task;
                Objects.requireNonNull(run).searchHasCancelled();
            }
        }
    }

    /** How often the task has suspended while the main task was there. */
    int awaits() {
        return awaits;
    }

    /** Whether the await was reached and the task was not done. */
    boolean hasCancelled() {
        return cancelled != null;
    }

    /**
     * Whether the cancellation of this run is why its main task has ended with that error. It is if that task was the
     * target, or has asked for the end of the very one that was; through others it has spread to a task that nobody meant.
     */
    boolean accounts(CancelledError end) {
        Task<?> task = cancelled;
        if (task == null || !mainEnded()) {
            return false;
        }
        if (isMain(task) || (end instanceof ChildCancelledError child && child.future() == task)) {
            return true;
        }
        end.addSuppressed(new AssertionError("the cancellation has spread: '" + task.getName()
                + "' was cancelled by the test, and the main task has ended as cancelled for another reason"));
        return false;
    }

    /** Where, if {@link #hasCancelled}. */
    WaitingTask place() {
        return Objects.requireNonNull(place);
    }

    long fingerprint() {
        return hasCancelled() ? ScheduleSeed.mix(at) + stepsLeft : 0;
    }

    @Override
    public String toString() {
        String who = name == null ? "the main task" : "'" + name + "'";
        if (at == 0) {
            return "no cancellation";
        }
        return hasCancelled()
                ? who + " cancelled at await " + at + " " + where(place())
                : who + " did not get to await " + at;
    }

    private static String where(WaitingTask place) {
        StackTraceElement[] frames = place.getStackTrace();
        return frames.length == 0 ? "(no frame of its own)" : "at " + frames[0];
    }
}
