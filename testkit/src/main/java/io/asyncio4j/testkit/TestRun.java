package io.asyncio4j.testkit;

import static io.asyncio4j.Asyncio.allTasks;
import static io.asyncio4j.Asyncio.currentTask;

import io.asyncio4j.Asyncio;
import io.asyncio4j.Coroutine;
import io.asyncio4j.EventLoop;
import io.asyncio4j.Runner;
import io.asyncio4j.Task;
import io.asyncio4j.VoidCallable;
import io.asyncio4j.VoidCoroutine;
import io.asyncio4j.context.ContextVar;
import io.asyncio4j.lowlevel.PollerFactory;
import io.asyncio4j.lowlevel.StepOrder;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One run of a coroutine as the main task of a fresh loop, and all that has to be looked at when it is over. What every
 * kind of test in this kit is made of.
 *
 * <pre>{@code
 * TestRun run = RunSettings.standard().in(Mode.EAGER).newRun();
 * run.run(() -> {
 *     run.invariants().add("nothing is left", queue::isEmpty);
 *     …
 * });
 * }</pre>
 *
 * <p>When the main task has ended, in this order: tasks that have been asked to end take the steps that are ready; the
 * {@linkplain RunCheck#mainEnded checks} see what is left behind; the tasks that are left are cancelled and awaited, as {@code Asyncio.run} does; the {@link Invariants} are evaluated on the
 * loop; the loop is closed; the {@linkplain RunCheck#closed checks} see that. Whatever reaches the loop's exception
 * handler meanwhile counts as found, a failure that nobody retrieved too, unless the test sets a handler of its own.
 *
 * <p>If the main task fails, its exception comes out as it is, with what was found as suppressed exceptions. If it
 * returns and something was found, an {@link AssertionError} lists that. A run that ends before its main task, by a
 * {@link DeadlockException} say, is shut down without checks and invariants: they would only tell of the consequences.
 *
 * <p>Belongs to the thread that made it; {@link #found}, {@link #invariants} and the getters also to the thread of its
 * loop.
 */
public final class TestRun {

    private static final ContextVar<TestRun> CURRENT = ContextVar.of("asyncio4j.testkit.run");

    /**
     * <pre>
     *         run              loop closed
     *   NEW ───────→ RUNNING ─────────────→ OVER
     * </pre>
     */
    private enum State {
        NEW,
        RUNNING,
        OVER
    }

    // Fixed.
    private final RunSettings settings;
    private final @Nullable VirtualClock clock;
    private final Runner runner;
    private final EventLoop loop;
    private final WatchedOrder order;
    private final OpenWork openWork;
    private final Invariants invariants = new Invariants();

    // The maker's thread, or the loop's.
    private State state = State.NEW;
    private @Nullable Task<?> mainTask;
    private boolean cancelledBySearch;
    private final Set<Sequencer> sequencers = new LinkedHashSet<>();
    private List<Task<?>> endedUnasked = List.of();

    // Any thread, under the list's own lock: work in threads may fail after the loop was closed.
    private final List<Throwable> findings = new ArrayList<>();

    TestRun(RunSettings settings, @Nullable StepOrder order) {
        this.settings = settings;
        WatchedOrder watched = new WatchedOrder(order);
        this.order = watched;
        if (settings.realTime()) {
            OrderedPoller poller = new OrderedPoller(PollerFactory.create(), watched, new OpenWork());
            this.clock = null;
            this.openWork = poller.openWork();
            this.loop = new EventLoop(poller);
        } else {
            this.clock = new VirtualClock(settings.detectDeadlock(), watched);
            this.openWork = clock.openWork();
            this.loop = new EventLoop(clock);
        }
        this.runner = new Runner(() -> loop);
        if (settings.mode() == Mode.EAGER) {
            loop.setTaskFactory(Asyncio.eagerTaskFactory());
        }
        if (settings.debug()) {
            loop.setDebug(true);
        }
        loop.setExceptionHandler((_, context) -> found(Reported.of(context)));
    }

    /**
     * The run that the calling task belongs to: itself or one of those who created it is the main task of it.
     *
     * @return the run, or null outside of any
     */
    public static @Nullable TestRun current() {
        return CURRENT.get(null);
    }

    /**
     * Runs the coroutine, looks at what is left, and closes the loop; the calling thread waits meanwhile.
     *
     * @param <T> what the coroutine returns
     * @param main the coroutine
     * @return what it returned
     * @throws IllegalStateException if this run has been run, or a loop runs on this thread
     * @throws AssertionError if the coroutine returned, and something was found
     * @throws Exception what the coroutine threw, or the loop failed with
     */
    public <T extends @Nullable Object> T run(Coroutine<T> main) throws Exception {
        if (state != State.NEW) {
            throw new IllegalStateException("a test run can be run once, and this one is " + state);
        }
        state = State.RUNNING;
        T result;
        try {
            settings.checks().forEach(check -> look(() -> check.begins(this)));
            result = runner.run(() -> {
                mainTask = currentTask();
                CURRENT.set(this);
                return main.await();
            });
        } catch (Throwable exception) {
            if (exception instanceof DeadlockException) {
                sequencers.stream().map(Sequencer::gap).filter(Objects::nonNull).forEach(exception::addSuppressed);
                WaitingTask.ofAll(loop).forEach(exception::addSuppressed);
            }
            end();
            addFindings(exception);
            throw exception;
        }
        end();
        throwFindings("the test has returned, but:");
        return result;
    }

    /**
     * Runs a coroutine that returns nothing, see {@link #run(Coroutine)}.
     *
     * @param main the coroutine
     * @throws Exception what the coroutine threw, or the loop failed with
     */
    public void run(VoidCoroutine main) throws Exception {
        var _ = run(main.asCoroutine());
    }

    private void end() {
        // an interrupt has cancelled the main task; what is left is put away all the same
        boolean interrupted = Thread.interrupted();
        try {
            lookAndClose();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void lookAndClose() {
        if (mainTask != null && mainTask.done()) {
            if (!settings.checks().isEmpty()) {
                look(this::takeLastSteps);
            }
            settings.checks().forEach(check -> look(() -> check.mainEnded(this)));
            look(() -> runner.run(TestRun::cancelTheRest));
            if (!invariants.isEmpty()) {
                look(() -> runner.run(() -> invariants.evaluate(this)));
            }
        }
        look(runner::close);
        state = State.OVER;
        settings.checks().forEach(check -> look(() -> check.closed(this)));
    }

    private void takeLastSteps() throws Exception {
        LastSteps steps = new LastSteps(allTasks(loop));
        if (!steps.areNeeded()) {
            return;
        }
        order.decidedBy(steps);
        try {
            runner.run(steps::await);
        } finally {
            order.decidedBy(null);
        }
        endedUnasked = steps.endedUnasked();
    }

    private static void cancelTheRest() {
        Set<Task<?>> rest = new LinkedHashSet<>(allTasks());
        rest.remove(currentTask());
        rest.forEach(task -> task.cancel("the test has ended"));
        if (!rest.isEmpty()) {
            Asyncio.wait(rest);
        }
    }

    private void look(VoidCallable step) {
        try {
            step.run();
        } catch (Throwable exception) {
            found(exception);
        }
    }

    private void addFindings(Throwable exception) {
        for (Throwable finding : findings()) {
            if (finding != exception && finding.getCause() != exception) {
                exception.addSuppressed(finding);
            }
        }
    }

    /** Fails under that headline if something was found. */
    void throwFindings(String headline) {
        List<Throwable> found = findings();
        if (found.isEmpty()) {
            return;
        }
        StringBuilder text = new StringBuilder(headline);
        found.forEach(
                finding -> text.append(System.lineSeparator()).append(" - ").append(finding.getMessage()));
        AssertionError error = new AssertionError(text.toString());
        addFindings(error);
        throw error;
    }

    /**
     * Reports what makes this run fail. From any thread, until {@link #run} has returned.
     *
     * @param finding what was found
     */
    public void found(Throwable finding) {
        Objects.requireNonNull(finding, "a finding is required, not null");
        synchronized (findings) {
            findings.add(finding);
        }
    }

    /**
     * What was found so far.
     *
     * @return a copy, in the order in which it was found
     */
    public List<Throwable> findings() {
        synchronized (findings) {
            return List.copyOf(findings);
        }
    }

    /**
     * How this run was made.
     *
     * @return the settings
     */
    public RunSettings settings() {
        return settings;
    }

    /** The tasks that were pending when the main task ended and have ended since, but not because they were to. */
    List<Task<?>> endedUnasked() {
        return endedUnasked;
    }

    /** Those at which a task of this run has waited, to be added to on the loop's thread. */
    Set<Sequencer> sequencers() {
        return sequencers;
    }

    /** What the loop has given to other threads and not got back. */
    OpenWork openWork() {
        return openWork;
    }

    /**
     * The loop of this run.
     *
     * @return the loop; closed when {@link #run} has returned
     */
    public EventLoop loop() {
        return loop;
    }

    /**
     * The clock of this run.
     *
     * @return the clock
     * @throws IllegalStateException if the run is on real time
     */
    public VirtualClock clock() {
        if (clock == null) {
            throw new IllegalStateException("this run is on real time: it has no virtual clock");
        }
        return clock;
    }

    /**
     * What must hold at the end of this run.
     *
     * @return the invariants, to be added to
     */
    public Invariants invariants() {
        return invariants;
    }

    /**
     * The main task.
     *
     * @return the task, or null if it has not begun
     */
    public @Nullable Task<?> mainTask() {
        return mainTask;
    }

    /**
     * Whether the search that this run belongs to has asked for its cancellation: the task it is about had not ended. For
     * invariants that speak of {@link Task#cancelling}, say.
     *
     * @return true from that moment on; false where nothing is searched
     */
    public boolean cancelledBySearch() {
        return cancelledBySearch;
    }

    /** By the search, once it has. */
    void searchHasCancelled() {
        cancelledBySearch = true;
    }
}
