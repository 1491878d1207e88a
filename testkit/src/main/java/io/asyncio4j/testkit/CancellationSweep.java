package io.asyncio4j.testkit;

import io.asyncio4j.VoidCoroutine;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Runs a coroutine once for each of its awaits, and cancels it exactly there: what cleans up everywhere but at one place
 * fails at that place.
 *
 * <pre>{@code
 * CancellationSweep.of(run -> {
 *             Semaphore semaphore = new Semaphore(1);
 *             run.invariants().add("the semaphore is free", () -> assertEquals(1, semaphore.value()));
 *             useTwice(semaphore);
 *         })
 *         .run();
 * }</pre>
 *
 * <p>An await is where the main task, or a {@linkplain #task named} one, suspends. It is cancelled there in two ways, each
 * in a run of its own: while it waits, and when its wake-up is already
 * due. The first run cancels nobody and must succeed; the last is the one that does not get
 * to its await. Steps run in asyncio's order, on virtual time; {@link Exploration#withCancellation()} is for other orders.
 * Each run with a cancellation is in debug mode, whatever the settings say: that is how the loop tells of a task that has
 * swallowed it.
 *
 * <p>In a run with a cancellation the main task may end as cancelled or may finish, both are right. Any other exception
 * fails, and so do {@link Invariants} that do not hold at the end, and what a {@link TestRun} finds besides. A failure comes
 * out as in a single run, with suppressed notes: which await, where the task was waiting, and the system property that
 * {@linkplain #AT replays} exactly this run.
 *
 * <p>Belongs to one thread. Without JUnit; {@link CancelEverywhere} is this for a test method.
 */
public final class CancellationSweep {

    /** The system property that lets each sweep do one run only: the one whose failure has printed this value. */
    public static final String AT = "asyncio4j.cancel.at";

    // Fixed.
    private final TestBody body;

    private RunSettings settings = RunSettings.ofManyRuns(true);
    private @Nullable String target;
    private int mostAwaits = 10_000;

    private CancellationSweep(TestBody body) {
        this.body = Objects.requireNonNull(body, "there is nothing to cancel without a body");
    }

    /**
     * A sweep by {@link RunSettings#standard()}, with a {@linkplain LeakCheck#exceptThreads() leak check}, over the awaits of the main task.
     *
     * @param body what to run
     * @return the sweep, not begun
     */
    public static CancellationSweep of(TestBody body) {
        return new CancellationSweep(body);
    }

    /**
     * The same for a coroutine that states no invariants, see {@link #of(TestBody)}.
     *
     * @param body what to run
     * @return the sweep, not begun
     */
    public static CancellationSweep of(VoidCoroutine body) {
        Objects.requireNonNull(body, "there is nothing to cancel without a body");
        return new CancellationSweep(_ -> body.run());
    }

    /**
     * Cancels the task of this name instead of the main task. The main task may end as cancelled then only because it has
     * awaited that very task; otherwise the cancellation has spread, which is a failure.
     *
     * @param name the name; where several tasks have it, their awaits are counted together
     * @return this
     */
    public CancellationSweep task(String name) {
        target = Objects.requireNonNull(name, "a name is required, not null");
        return this;
    }

    /**
     * How each run starts its tasks.
     *
     * @param mode the mode
     * @return this
     */
    public CancellationSweep mode(Mode mode) {
        settings = settings.in(mode);
        return this;
    }

    /**
     * How each run is made, mode and checks included: no leak check is added to these.
     *
     * @param runSettings the settings
     * @return this
     */
    public CancellationSweep settings(RunSettings runSettings) {
        settings = Objects.requireNonNull(runSettings, "settings are required, not null");
        return this;
    }

    /**
     * From how many awaits on the sweep gives up, because a body that never ends has no last one.
     *
     * @param number at least 1; at first 10,000
     * @return this
     * @throws IllegalArgumentException if the number is less
     */
    public CancellationSweep atMost(int number) {
        if (number < 1) {
            throw new IllegalArgumentException("a sweep needs at least one await, not " + number);
        }
        mostAwaits = number;
        return this;
    }

    /**
     * Runs the body until there is no further await to cancel it at, or it fails.
     *
     * @return what was done
     * @throws IllegalStateException if the task never suspends, or suspends too often
     * @throws InterruptedException if the calling thread was interrupted: no further run is begun
     * @throws AssertionError if something was found in a run that returned or was cancelled
     * @throws Exception what the body threw in a run, but for the cancellation
     */
    public SweepResult run() throws Exception {
        String replayed = System.getProperty(AT);
        return replayed == null ? runAll() : replay(CancelPlace.parse(replayed, settings.mode()));
    }

    /** Does this run only. */
    SweepResult replay(CancelPlace only) throws Exception {
        if (!reaches(only)) {
            throw new IllegalStateException("there is no await " + only.await() + " (system property " + AT + ")");
        }
        return new SweepResult(1, 1);
    }

    private SweepResult runAll() throws Exception {
        Schedule undisturbed = new Schedule(Strategy.FIRST, CancellationTrigger.none(target));
        undisturbed.run(settings, body);
        if (undisturbed.awaits() == 0) {
            throw NothingToCancel.of(target);
        }
        int await = 0;
        while (reaches(new CancelPlace(await + 1, CancelMoment.WAITING, settings.mode()))) {
            await++;
            if (await > mostAwaits) {
                throw new IllegalStateException("given up after " + mostAwaits
                        + " awaits: the body does not seem to end; atMost(…) allows more");
            }
            reaches(new CancelPlace(await, CancelMoment.DUE, settings.mode()));
        }
        return new SweepResult(await, 2 * await + 2);
    }

    /** Runs the body with this cancellation. Returns false if it does not get there. */
    private boolean reaches(CancelPlace place) throws Exception {
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted before await " + place.await());
        }
        int afterSteps = place.moment() == CancelMoment.DUE ? CancellationTrigger.WHEN_DUE : 0;
        Schedule schedule = new Schedule(Strategy.FIRST, new CancellationTrigger(target, place.await(), afterSteps));
        try {
            schedule.run(settings.in(place.mode()), body);
        } catch (Throwable exception) {
            ReplayNote.add(exception, "a run with " + schedule + "; replay: -D" + AT + "=" + place, schedule);
            throw exception;
        }
        return schedule.awaits() >= place.await();
    }
}
