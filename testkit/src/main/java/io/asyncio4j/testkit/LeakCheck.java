package io.asyncio4j.testkit;

import io.asyncio4j.Asyncio;
import io.asyncio4j.EventLoop;
import io.asyncio4j.Task;
import io.asyncio4j.TimerHandle;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * Looks for what a test has left behind when its main task has ended, and makes the test fail with it:
 *
 * <ul>
 *   <li>tasks that are still pending, but for those that have been asked to end and do so before time passes;
 *   <li>timers set with {@code callLater} and {@code callAt} that have neither run nor been called off;
 *   <li>work that is still out on other threads, and {@linkplain VirtualClock#hold() holds} that were not closed;
 *   <li>callbacks registered on cancellation tokens, links between token sources among them, that nobody has closed;
 *   <li>platform threads that the test's tasks have begun and that are still alive.
 * </ul>
 *
 * <p>Failures that nobody retrieved are found by every {@link TestRun}: they reach the loop's exception handler, when the
 * loop is closed at the latest. Each leak is named with its origin, which tasks and timers know in debug mode only.
 *
 * <p>What is left is put away so that it does not disturb the next test: tasks are cancelled and awaited, timers called
 * off, registrations closed, work of the loop's default executor is interrupted. Work, holds and threads that are just about to end are given a moment.
 * Threads that do not end are told of, and left alone.
 *
 * <p>The thread part cannot tell tests apart that run at the same time: {@link #exceptThreads()} is for these. See
 * {@link RunCheck} for who calls this, and from where.
 */
public final class LeakCheck implements RunCheck {
    private static final Duration A_MOMENT = Duration.ofMillis(500);

    private final boolean threads;

    // The thread that calls the run.
    private Set<Thread> before = Set.of();
    private WorkThreads workThreads = new WorkThreads();
    private Registrations registrations = new Registrations();

    /** A check of all that can be left behind. */
    public LeakCheck() {
        this(true);
    }

    private LeakCheck(boolean threads) {
        this.threads = threads;
    }

    /**
     * A check of all but platform threads, for tests that run while others do.
     *
     * @return the check
     */
    public static LeakCheck exceptThreads() {
        return new LeakCheck(false);
    }

    @Override
    public void begins(TestRun run) {
        before = threads ? BegunThreads.alive() : Set.of();
        workThreads = new WorkThreads();
        run.loop().setDefaultExecutor(workThreads);
        registrations = new Registrations();
        registrations.watch();
    }

    @Override
    public void mainEnded(TestRun run) {
        EventLoop loop = run.loop();
        for (Task<?> task : Asyncio.allTasks(loop)) {
            run.found(Leak.of(
                    "a task is still pending: " + task + ", waiting",
                    task.getStack().reversed()));
        }
        for (Task<?> task : run.endedUnasked()) {
            run.found(Leak.of("a task had not ended when the test had: " + task));
        }
        for (TimerHandle timer : loop.getTimers()) {
            run.found(Leak.of("a timer has neither run nor been called off: " + timer));
            timer.cancel();
        }
        long end = System.nanoTime() + A_MOMENT.toNanos();
        for (OpenWork.Piece piece : run.openWork().pieces()) {
            checkWork(run, piece, end);
        }
    }

    private void checkWork(TestRun run, OpenWork.Piece piece, long end) {
        Object work = piece.work();
        try {
            long left = end - System.nanoTime();
            // who holds the clock lets it go after the result has been handed over, so perhaps after the test
            if (work instanceof VirtualClock.Hold
                    ? run.openWork().awaitEnd(work, left)
                    : workThreads.awaitEnd(work, left)) {
                return;
            }
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
        }
        String what = work instanceof VirtualClock.Hold
                ? "a hold on the clock is open, made"
                : "work is still out on another thread: " + work + ", begun";
        run.found(Leak.of(what, List.of(piece.origin().getStackTrace())));
        workThreads.interrupt(work);
    }

    @Override
    public void closed(TestRun run) {
        registrations.unwatch();
        // those of tasks that were left have been closed by these, if they are ever closed
        for (Registrations.Made left : registrations.open()) {
            run.found(Leak.of(
                    "a registration on a cancellation token is still open: " + left.registration() + ", made",
                    List.of(left.origin().getStackTrace())));
            left.registration().close();
        }
        if (threads) {
            checkThreads(run);
        }
    }

    private void checkThreads(TestRun run) {
        Set<Thread> begun = BegunThreads.alive();
        begun.removeAll(before);
        long end = System.nanoTime() + A_MOMENT.toNanos();
        for (Thread thread : begun) {
            if (!ends(thread, end)) {
                run.found(Leak.of(
                        "a thread is still alive: " + thread.getName() + ", now", List.of(thread.getStackTrace())));
            }
        }
    }

    private static boolean ends(Thread thread, long end) {
        try {
            long left = end - System.nanoTime();
            return left > 0 ? thread.join(Duration.ofNanos(left)) : !thread.isAlive();
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            return !thread.isAlive();
        }
    }
}
