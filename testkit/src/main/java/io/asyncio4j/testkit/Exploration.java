package io.asyncio4j.testkit;

import io.asyncio4j.VoidCoroutine;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Runs a coroutine under many different orders of the ready steps: what is right only in asyncio's own order fails in one
 * of them.
 *
 * <pre>{@code
 * Exploration.of(run -> {
 *             Lock lock = new Lock();
 *             run.invariants().add("the lock is free", () -> assertFalse(lock.locked()));
 *             taskGroup(tg -> {
 *                 tg.createTask(() -> deposit(lock));
 *                 tg.createTask(() -> deposit(lock));
 *             });
 *         })
 *         .runs(1000)
 *         .run();
 * }</pre>
 *
 * <p><b>Which orders.</b> Those that a correct program must survive: callbacks keep their order, as asyncio promises; each
 * task that is ready may be next, for nothing is promised of tasks; whatever is ready has its turn some time. Time is
 * virtual and passes only when nothing is ready. Run 0 is in asyncio's order, then a random walk and random priorities
 * (PCT, Burckhardt et al., ASPLOS 2010) take turns. {@link #withCancellation()} cancels the main task at a random await of
 * each run besides: while it waits, when its wake-up is due, or a few steps of others later. Such a run is in debug mode,
 * whatever the settings say: that is how the loop tells of a task that has swallowed its cancellation.
 *
 * <p><b>Every run is the same the next time.</b> The seed comes from the caller's class and method if none is given, so
 * that a build does not fail by chance; more runs, or another {@link #seed}, look further. A body that depends on other
 * things, threads or the machine's clock or what a run before has left, can not be replayed.
 *
 * <p><b>A failure</b> comes out as in a single run, see {@link TestRun}, with a suppressed note of the run, its last steps
 * and the system property that {@linkplain #SEED replays} exactly this run; the note is also printed.
 *
 * <p>Belongs to one thread. Without JUnit; {@link Explore} is this for a test method.
 */
public final class Exploration {

    /** The system property that lets each exploration do one run only: the one whose failure has printed this value. */
    public static final String SEED = "asyncio4j.explore.seed";

    // Fixed.
    private final TestBody body;

    private RunSettings settings = RunSettings.ofManyRuns(true);
    private int runs = 1000;
    private long seed;
    private boolean cancelling;
    private @Nullable String target;

    private Exploration(TestBody body, long seed) {
        this.body = Objects.requireNonNull(body, "there is nothing to explore without a body");
        this.seed = seed;
    }

    /**
     * An exploration of 1000 runs by {@link RunSettings#standard()}, with a {@linkplain LeakCheck#exceptThreads() leak check}.
     *
     * @param body what to run
     * @return the exploration, not begun
     */
    public static Exploration of(TestBody body) {
        return new Exploration(body, seedOfCaller());
    }

    /**
     * The same for a coroutine that states no invariants, see {@link #of(TestBody)}.
     *
     * @param body what to run
     * @return the exploration, not begun
     */
    public static Exploration of(VoidCoroutine body) {
        Objects.requireNonNull(body, "there is nothing to explore without a body");
        return new Exploration(_ -> body.run(), seedOfCaller());
    }

    private static long seedOfCaller() {
        return StackWalker.getInstance()
                .walk(frames -> frames.filter(frame -> !frame.getClassName().equals(Exploration.class.getName()))
                        .map(frame -> ScheduleSeed.ofName(frame.getClassName() + "#" + frame.getMethodName()))
                        .findFirst())
                .orElse(1L);
    }

    /**
     * How often to run the body.
     *
     * @param number at least 1
     * @return this
     * @throws IllegalArgumentException if the number is less
     */
    public Exploration runs(int number) {
        if (number < 1) {
            throw new IllegalArgumentException("an exploration needs at least one run, not " + number);
        }
        runs = number;
        return this;
    }

    /**
     * What the orders are made from.
     *
     * @param base any number; the same one gives the same runs
     * @return this
     */
    public Exploration seed(long base) {
        seed = base;
        return this;
    }

    /**
     * How each run starts its tasks.
     *
     * @param mode the mode
     * @return this
     */
    public Exploration mode(Mode mode) {
        settings = settings.in(mode);
        return this;
    }

    /**
     * How each run is made, mode and checks included: no leak check is added to these.
     *
     * @param runSettings the settings
     * @return this
     */
    public Exploration settings(RunSettings runSettings) {
        settings = Objects.requireNonNull(runSettings, "settings are required, not null");
        return this;
    }

    /**
     * Cancels the main task once in each run, at a random await. That it then ends as cancelled is no failure.
     *
     * @return this
     */
    public Exploration withCancellation() {
        cancelling = true;
        target = null;
        return this;
    }

    /**
     * Cancels a task once in each run, at a random await. That the main task then ends as cancelled is no failure if it
     * has awaited that very task; otherwise the cancellation has spread.
     *
     * @param task the name of the task; where several have it, the one that gets to that await
     * @return this
     */
    public Exploration withCancellation(String task) {
        cancelling = true;
        target = Objects.requireNonNull(task, "a name is required, not null");
        return this;
    }

    /**
     * Runs the body again and again, until it fails or the number of runs is reached.
     *
     * @return what was seen
     * @throws IllegalStateException if the task to be cancelled never suspends
     * @throws InterruptedException if the calling thread was interrupted: no further run is begun
     * @throws AssertionError if a run returned and something was found, see {@link TestRun#run}
     * @throws Exception what the body threw in a run
     */
    public ExplorationResult run() throws Exception {
        String replayed = System.getProperty(SEED);
        return replayed == null ? runAll() : replay(ScheduleSeed.parse(replayed));
    }

    /** Does this run only. */
    ExplorationResult replay(ScheduleSeed only) throws Exception {
        Schedule schedule = run(settings.in(only.mode()), only, "replayed run");
        return new ExplorationResult(1, 1, schedule.choices(), seed);
    }

    private ExplorationResult runAll() throws Exception {
        Set<Long> seen = new HashSet<>();
        int choices = 0;
        int awaits = 0;
        for (int number = 0; number < runs; number++) {
            if (Thread.interrupted()) {
                throw new InterruptedException("interrupted after " + number + " of " + runs + " runs");
            }
            long own = ScheduleSeed.ofRun(seed, number);
            Schedule schedule = run(
                    settings, new ScheduleSeed(settings.mode(), own, choices, awaits), "run " + number + " of " + runs);
            seen.add(schedule.fingerprint());
            if (number == 0) {
                choices = schedule.choices();
                awaits = schedule.awaits();
            }
            if (cancelling && awaits == 0) {
                throw NothingToCancel.of(target);
            }
        }
        return new ExplorationResult(runs, seen.size(), choices, seed);
    }

    private Schedule run(RunSettings in, ScheduleSeed of, String which) throws Exception {
        Schedule schedule = schedule(of);
        try {
            schedule.run(in, body);
        } catch (Throwable exception) {
            ReplayNote.add(exception, which + " (" + schedule + "); replay: -D" + SEED + "=" + of, schedule);
            throw exception;
        }
        return schedule;
    }

    private Schedule schedule(ScheduleSeed of) {
        if (of.seed() == ScheduleSeed.ASYNCIOS) {
            return new Schedule(Strategy.FIRST, CancellationTrigger.none(target));
        }
        SplittableRandom random = new SplittableRandom(of.seed());
        Strategy strategy = random.nextBoolean()
                ? new RandomWalk(random.split())
                : new RandomPriorities(random.split(), of.choices());
        if (!cancelling) {
            return new Schedule(strategy, CancellationTrigger.none(target));
        }
        // in another order there may be more awaits
        int at = 1 + random.nextInt(of.awaits() + of.awaits() / 4 + 1);
        int afterSteps = switch (random.nextInt(3)) {
            case 0 -> 0;
            case 1 -> CancellationTrigger.WHEN_DUE;
            default -> 1 + random.nextInt(8);
        };
        return new Schedule(strategy, new CancellationTrigger(target, at, afterSteps));
    }
}
