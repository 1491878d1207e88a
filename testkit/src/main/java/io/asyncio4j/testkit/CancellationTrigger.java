package io.asyncio4j.testkit;

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

    // The next two are null and false until the await is reached; then the task stands here, until it was cancelled.
    private @Nullable Task<?> target;
    private boolean requested;
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
            requested = task.cancel("cancelled by the test at await " + at);
        }
    }

    /** How often the task has suspended while the main task was there. */
    int awaits() {
        return awaits;
    }

    /** Whether the await was reached and the task was not done. */
    boolean hasCancelled() {
        return requested;
    }

    /** Where, if {@link #hasCancelled}. */
    WaitingTask place() {
        return Objects.requireNonNull(place);
    }

    long fingerprint() {
        return requested ? ScheduleSeed.mix(at) + stepsLeft : 0;
    }

    @Override
    public String toString() {
        String who = name == null ? "the main task" : "'" + name + "'";
        if (at == 0) {
            return "no cancellation";
        }
        return requested
                ? who + " cancelled at await " + at + " " + where(place())
                : who + " did not get to await " + at;
    }

    private static String where(WaitingTask place) {
        StackTraceElement[] frames = place.getStackTrace();
        return frames.length == 0 ? "(no frame of its own)" : "at " + frames[0];
    }
}
