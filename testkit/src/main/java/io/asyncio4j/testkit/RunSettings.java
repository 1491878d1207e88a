package io.asyncio4j.testkit;

import io.asyncio4j.lowlevel.StepOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How {@linkplain TestRun test runs} are made. A value: each method returns other settings and leaves these as they are.
 *
 * @param mode how the loop starts its tasks
 * @param realTime whether on the machine's clock, not on a {@link VirtualClock}
 * @param detectDeadlock whether a loop that would wait without end fails with {@link DeadlockException}; not on real time
 * @param debug whether the loop is in debug mode; if false, it is where all loops are by the system property
 * @param checks what looks at each run, in this order
 */
public record RunSettings(Mode mode, boolean realTime, boolean detectDeadlock, boolean debug, List<RunCheck> checks) {

    /**
     * Settings.
     *
     * @param mode how the loop starts its tasks
     * @param realTime whether on the machine's clock
     * @param detectDeadlock whether a loop that would wait without end fails
     * @param debug whether the loop is in debug mode
     * @param checks what looks at each run
     */
    public RunSettings {
        Objects.requireNonNull(mode, "a run needs a mode");
        checks = List.copyOf(checks);
    }

    /**
     * Lazy tasks on virtual time, with deadlocks detected, not in debug mode, without checks.
     *
     * @return the settings
     */
    public static RunSettings standard() {
        return new RunSettings(Mode.LAZY, false, true, false, List.of());
    }

    /** For many runs of one test; other tests may run at the same time. */
    static RunSettings ofManyRuns(boolean leakCheck) {
        return leakCheck ? standard().checkedBy(LeakCheck.exceptThreads()) : standard();
    }

    /**
     * The same in this mode.
     *
     * @param mode how the loop starts its tasks
     * @return other settings
     */
    public RunSettings in(Mode mode) {
        return new RunSettings(mode, realTime, detectDeadlock, debug, checks);
    }

    /**
     * The same on the machine's clock, or on a virtual one.
     *
     * @param onRealTime whether on the machine's clock
     * @return other settings
     */
    public RunSettings onRealTime(boolean onRealTime) {
        return new RunSettings(mode, onRealTime, detectDeadlock, debug, checks);
    }

    /**
     * The same with deadlocks detected, or not.
     *
     * @param detect whether a loop that would wait without end fails
     * @return other settings
     */
    public RunSettings detectingDeadlock(boolean detect) {
        return new RunSettings(mode, realTime, detect, debug, checks);
    }

    /**
     * The same in debug mode, or not.
     *
     * @param inDebugMode whether the loop is in debug mode
     * @return other settings
     */
    public RunSettings inDebugMode(boolean inDebugMode) {
        return new RunSettings(mode, realTime, detectDeadlock, inDebugMode, checks);
    }

    /**
     * The same with one more check, behind the others.
     *
     * @param check looks at each run
     * @return other settings
     */
    public RunSettings checkedBy(RunCheck check) {
        List<RunCheck> more = new ArrayList<>(checks);
        more.add(Objects.requireNonNull(check, "a check is required, not null"));
        return new RunSettings(mode, realTime, detectDeadlock, debug, more);
    }

    /**
     * The same without checks.
     *
     * @return other settings
     */
    public RunSettings unchecked() {
        return new RunSettings(mode, realTime, detectDeadlock, debug, List.of());
    }

    /**
     * One run by these settings, in asyncio's order. It has a loop, but has not begun.
     *
     * @return the run
     */
    public TestRun newRun() {
        return newRun(null);
    }

    /**
     * One run by these settings, in an order of its own. It has a loop, but has not begun.
     *
     * @param order decides which of the ready steps is next; null for asyncio's order
     * @return the run
     */
    public TestRun newRun(@Nullable StepOrder order) {
        return new TestRun(this, order);
    }
}
