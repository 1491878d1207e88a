package io.asyncio4j.executors;

import io.asyncio4j.EventLoop;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A loop as a {@link ScheduledExecutorService}: what it is given becomes tasks of the loop, one step of one task at a time.
 *
 * <pre>{@code
 * try (LoopExecutor executor = new LoopExecutor(loop)) {                   // on another thread than the loop's
 *     Future<Page> page = executor.submit(() -> fetch(url));               // may await: sleep, locks, queues …
 *     executor.scheduleAtFixedRate(() -> refresh(), 0, 1, TimeUnit.MINUTES);
 *     show(page.get());
 * }
 * }</pre>
 *
 * <p><b>Tasks.</b> A {@code Callable} or {@code Runnable} runs on the loop's thread, in a copy of the context of who
 * submitted it, and may await; it must not block. Tasks begin in the order in which they came. While the loop does not run,
 * they wait for it. Delays and periods are of the loop's clock; what is late is made up for by {@code scheduleAtFixedRate}
 * as by the JDK's. Time that is zero or negative is now.
 *
 * <p><b>Futures.</b> {@code cancel(true)} cancels the task, in asyncio's way: its wait throws
 * {@link io.asyncio4j.CancelledError}. {@code cancel(false)} keeps it from starting, or a periodic one from running again.
 * The future is done at once, in either case; the task may still be cleaning up. A task that ends as cancelled makes its
 * future cancelled. A failure is the future's, and stops a periodic task; that of {@link #execute} reaches the loop's
 * exception handler, and so does one that comes after its future was cancelled.
 *
 * <p><b>The end.</b> After {@link #shutdown} nothing is taken any more; what is there, delayed too, is still run, periodic
 * tasks are cancelled. {@link #shutdownNow} cancels all. Closing the loop does that as well. The loop itself is neither
 * stopped nor closed by this.
 *
 * <p>All methods may be called from any thread. On the loop's own thread those that would block it are refused with
 * {@link IllegalStateException}: {@code get} of a future that is not done, {@link #awaitTermination}, {@link #close},
 * {@code invokeAll}, {@code invokeAny}. There, await with {@link io.asyncio4j.Asyncio#wrapFuture}: the futures are
 * {@link java.util.concurrent.CompletableFuture}s. After {@code shutdown}, or when the loop is closed, new work is refused
 * with {@link RejectedExecutionException}. Follows {@link ScheduledExecutorService}; asyncio has no such thing.
 */
public final class LoopExecutor implements ScheduledExecutorService {
    // Fixed.
    final EventLoop loop;

    // Any thread, under the lock of the set.
    //   open ──shutdown──→ shut down ──the last is gone──→ terminated
    private final Set<Submission<?>> submissions = new LinkedHashSet<>();
    private boolean shutDown;

    /**
     * An executor beside the loop; there may be several of one loop.
     *
     * @param loop the loop, running or not
     */
    public LoopExecutor(EventLoop loop) {
        this.loop = Objects.requireNonNull(loop, "the loop of an executor");
    }

    // ---- work

    @Override
    public void execute(Runnable command) {
        var _ = this.<@Nullable Void>start(
                Submission.<@Nullable Void>once(this, command, null, 0).reportingFailures());
    }

    @Override
    public <T extends @Nullable Object> Future<T> submit(Callable<T> task) {
        return start(Submission.once(this, task, 0));
    }

    @Override
    public Future<?> submit(Runnable task) {
        return this.<@Nullable Void>start(Submission.<@Nullable Void>once(this, task, null, 0));
    }

    @Override
    public <T extends @Nullable Object> Future<T> submit(Runnable task, T result) {
        return start(Submission.once(this, task, result, 0));
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
        return this.<@Nullable Void>start(Submission.<@Nullable Void>once(this, command, null, unit.toNanos(delay)));
    }

    @Override
    public <V extends @Nullable Object> ScheduledFuture<V> schedule(Callable<V> callable, long delay, TimeUnit unit) {
        return start(Submission.once(this, callable, unit.toNanos(delay)));
    }

    /**
     * Runs the command again and again, at {@code initialDelay}, {@code initialDelay + period} and so on; never twice at
     * once: a run that takes longer delays the following, which then come without a pause.
     *
     * @throws IllegalArgumentException if the period is zero or negative
     * @throws RejectedExecutionException if this is shut down or the loop is closed
     */
    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable command, long initialDelay, long period, TimeUnit unit) {
        return this.<@Nullable Void>start(
                Submission.repeated(this, command, unit.toNanos(initialDelay), checked(period, unit), true));
    }

    /**
     * Runs the command again and again, with a delay between the end of one run and the beginning of the next.
     *
     * @throws IllegalArgumentException if the delay is zero or negative
     * @throws RejectedExecutionException if this is shut down or the loop is closed
     */
    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable command, long initialDelay, long delay, TimeUnit unit) {
        return this.<@Nullable Void>start(
                Submission.repeated(this, command, unit.toNanos(initialDelay), checked(delay, unit), false));
    }

    private static long checked(long period, TimeUnit unit) {
        if (period <= 0) {
            throw new IllegalArgumentException("a period is longer than zero, not " + period + " " + unit);
        }
        return unit.toNanos(period);
    }

    private <T extends @Nullable Object> Submission<T> start(Submission<T> submission) {
        synchronized (submissions) {
            if (shutDown) {
                throw new RejectedExecutionException("the executor is shut down and takes no more work: " + this);
            }
            submissions.add(submission);
        }
        try {
            submission.start();
        } catch (IllegalStateException closed) {
            ended(submission);
            throw new RejectedExecutionException("the executor's loop is closed: " + this, closed);
        }
        return submission;
    }

    void ended(Submission<?> submission) {
        synchronized (submissions) {
            submissions.remove(submission);
            submissions.notifyAll();
        }
    }

    /**
     * Runs all, and waits until the last is done.
     *
     * @throws IllegalStateException on the loop's own thread
     */
    @Override
    public <T extends @Nullable Object> List<Future<T>> invokeAll(Collection<? extends Callable<T>> tasks)
            throws InterruptedException {
        return new Invocation<>(this, tasks).all(Long.MAX_VALUE);
    }

    /**
     * Runs all, and waits until the last is done or the time, of the machine's clock, is over; then cancels the rest.
     *
     * @throws IllegalStateException on the loop's own thread
     */
    @Override
    public <T extends @Nullable Object> List<Future<T>> invokeAll(
            Collection<? extends Callable<T>> tasks, long timeout, TimeUnit unit) throws InterruptedException {
        return new Invocation<>(this, tasks).all(unit.toNanos(timeout));
    }

    /**
     * Runs all, waits for the first that does not fail, and cancels the rest.
     *
     * @throws IllegalStateException on the loop's own thread
     */
    @Override
    public <T extends @Nullable Object> T invokeAny(Collection<? extends Callable<T>> tasks)
            throws InterruptedException, ExecutionException {
        try {
            return new Invocation<>(this, tasks).any(Long.MAX_VALUE);
        } catch (TimeoutException impossible) {
            throw new IllegalStateException("292 years are over", impossible);
        }
    }

    /**
     * Runs all, waits for the first that does not fail, no longer than a time of the machine's clock, and cancels the rest.
     *
     * @throws IllegalStateException on the loop's own thread
     */
    @Override
    public <T extends @Nullable Object> T invokeAny(
            Collection<? extends Callable<T>> tasks, long timeout, TimeUnit unit)
            throws InterruptedException, ExecutionException, TimeoutException {
        return new Invocation<>(this, tasks).any(unit.toNanos(timeout));
    }

    // ---- the end

    /** Takes no more work. What is there is run, what is delayed too; periodic tasks run no more. Does not wait. */
    @Override
    public void shutdown() {
        List<Submission<?>> left = shutDownAndList();
        left.removeIf(submission -> !submission.isPeriodic());
        left.forEach(periodic -> periodic.cancel(false));
    }

    /**
     * Takes no more work, cancels the tasks that are running, and calls off those that have not begun. Does not wait.
     *
     * @return what had not begun: the runnables that were given, and for a callable one that calls it; their futures are
     *     cancelled, so that nobody waits for them in vain
     */
    @Override
    public List<Runnable> shutdownNow() {
        List<Runnable> neverBegun = new ArrayList<>();
        for (Submission<?> submission : shutDownAndList()) {
            if (submission.callOff()) {
                neverBegun.add(submission.command());
            }
        }
        return neverBegun;
    }

    private List<Submission<?>> shutDownAndList() {
        synchronized (submissions) {
            shutDown = true;
            submissions.notifyAll();
            return new ArrayList<>(submissions);
        }
    }

    @Override
    public boolean isShutdown() {
        synchronized (submissions) {
            return shutDown || loop.isClosed();
        }
    }

    @Override
    public boolean isTerminated() {
        synchronized (submissions) {
            return isShutdown() && submissions.isEmpty();
        }
    }

    /**
     * Blocks the calling thread until this is shut down and all its tasks have ended, cleanup of cancelled ones included.
     *
     * @param timeout of the machine's time
     * @throws IllegalStateException on the loop's own thread; a task may wait with
     *     {@code toThread(() -> executor.awaitTermination(…))}
     */
    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
        checkMayBlock("awaitTermination()");
        long deadline = System.nanoTime() + unit.toNanos(timeout);
        synchronized (submissions) {
            while (!isTerminated()) {
                long left = deadline - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                TimeUnit.NANOSECONDS.timedWait(submissions, left);
            }
            return true;
        }
    }

    /**
     * Shuts this down and blocks the calling thread until all is done; if that is interrupted, cancels what is left, and
     * waits on.
     *
     * @throws IllegalStateException on the loop's own thread, before anything has changed
     */
    @Override
    public void close() {
        checkMayBlock("close()");
        ScheduledExecutorService.super.close();
    }

    void checkMayBlock(String action) {
        if (EventLoop.ofCurrentThread() == loop) {
            throw new IllegalStateException(
                    action + " would block the loop that is to do the work: call it from another "
                            + "thread, by toThread for example, or await futures with wrapFuture");
        }
    }

    @Override
    public String toString() {
        synchronized (submissions) {
            return "<LoopExecutor " + (isTerminated() ? "terminated" : isShutdown() ? "shut down" : "open")
                    + " submissions=" + submissions.size() + " loop=" + loop + ">";
        }
    }
}
