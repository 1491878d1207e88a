package io.asyncio4j;

import io.asyncio4j.context.Context;
import io.asyncio4j.lowlevel.Poller;
import io.asyncio4j.lowlevel.PollerFactory;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/**
 * Runs tasks and callbacks, one at a time.
 *
 * <p>Most programs never see one: {@link Asyncio#run} makes, runs and closes it. A turn of the loop polls, moves the timers
 * that are due behind what is ready, and runs exactly what was ready then, first in, first out; timers of one turn run by
 * deadline, then by creation.
 *
 * <p>Thread-safe are {@link #callSoonThreadsafe}, {@link #isRunning}, {@link #isClosed} and {@link #time}. All else belongs
 * on the loop's thread, or anywhere while the loop is not running; in debug mode calls from a foreign thread fail. Follows
 * asyncio's «Event Loop».
 */
public final class EventLoop extends LoopCallbacks {
    // Loop thread only, made when they are needed: after a failure, in debug mode.
    private @Nullable UnretrievedFailures unretrieved;
    private @Nullable SwallowedCancellations swallowed;

    // Any thread.
    private volatile boolean closed;

    /** A loop with the poller of the calling scope, see {@link PollerFactory}. */
    public EventLoop() {
        this(PollerFactory.create());
    }

    /**
     * A loop with its own clock and way of waiting.
     *
     * @param poller used by this loop alone, which closes it
     */
    public EventLoop(Poller poller) {
        super(poller);
    }

    /**
     * Runs until the awaitable is done. The calling thread, platform or virtual, waits meanwhile.
     *
     * @param <T> the result
     * @param awaitable a future of this loop, or what becomes a task of it
     * @return the result
     * @throws IllegalStateException if the loop is running or closed, another loop runs on this thread, or the loop was
     *     stopped before the awaitable was done
     * @throws Exception what the awaitable failed with
     */
    public <T extends @Nullable Object> T runUntilComplete(Awaitable<T> awaitable) throws Exception {
        Objects.requireNonNull(awaitable, "an awaitable is required, not null");
        checkRunnable();
        Future<T> future = Futures.ensure(awaitable, this);
        EndOfRun end = new EndOfRun(this, future);
        future.onDone(end);
        try {
            scheduler.run(end);
        } catch (Throwable exception) {
            if (future != awaitable && future.failed()) {
                future.exception();
            }
            throw exception;
        } finally {
            future.removeDoneCallback(end);
        }
        if (!future.done()) {
            throw new IllegalStateException("Event loop stopped before Future completed: " + future);
        }
        return future.result();
    }

    /**
     * Runs until a coroutine that returns nothing is done, see {@link #runUntilComplete(Awaitable)}.
     *
     * @param coroutine becomes a task of this loop
     * @throws Exception what the coroutine failed with
     */
    public void runUntilComplete(VoidCoroutine coroutine) throws Exception {
        var _ = runUntilComplete(VoidBody.of(coroutine));
    }

    /**
     * Runs until {@link #stop}. The calling thread waits meanwhile.
     *
     * @throws IllegalStateException if the loop is running or closed, or another loop runs on this thread
     */
    public void runForever() {
        checkRunnable();
        scheduler.run(() -> callSoonThreadsafe(this::stop));
    }

    private void checkRunnable() {
        checkClosed();
        if (isRunning()) {
            throw new IllegalStateException("This event loop is already running");
        }
        if (RunningLoop.find() != null) {
            throw new IllegalStateException(
                    "Cannot run the event loop while another loop is running on this thread: await "
                            + "or create a task instead, or run it in another thread");
        }
    }

    /** Ends {@link #runForever} after the current turn. Before a run: that run ends after its first turn. */
    public void stop() {
        checkThread();
        scheduler.stop();
    }

    /**
     * Closes the loop for good. Tasks that are not done are reported and destroyed: {@link CoroutineExit} unwinds them, so
     * that {@code finally} blocks run, but these cannot wait any more. Does nothing the second time.
     *
     * @throws IllegalStateException if the loop is running
     */
    public void close() {
        if (isRunning()) {
            throw new IllegalStateException("Cannot close a running event loop: stop() it first");
        } else if (closed) {
            return;
        }
        closed = true;
        try {
            scheduler.close();
        } finally {
            threadWork.close();
            if (unretrieved != null) {
                unretrieved.reportAll();
            }
        }
    }

    /**
     * Whether the loop is running. Any thread.
     *
     * @return true if it is
     */
    public boolean isRunning() {
        return scheduler.isRunning();
    }

    /**
     * Whether the loop was closed. Any thread.
     *
     * @return true if it was
     */
    public boolean isClosed() {
        return closed;
    }

    /**
     * The loop whose task or callback calls this. {@link Asyncio#getRunningLoop} is the same for those who cannot do
     * without one. Any thread.
     *
     * @return the loop, or null if the calling thread is none of a loop's
     */
    public static @Nullable EventLoop ofCurrentThread() {
        return RunningLoop.find();
    }

    // ---- futures and tasks

    /**
     * A future of this loop, pending.
     *
     * @param <T> the result
     * @return the future
     */
    public <T extends @Nullable Object> Future<T> createFuture() {
        return getDebug() ? new TracedFuture<>(this) : new Future<>(this);
    }

    /**
     * A task of this loop.
     *
     * @param <T> the result
     * @param coroutine what it runs
     * @param name its name, or null for a made-up one
     * @param context what it runs in, or null for a copy of the current context
     * @param eagerStart whether its first step runs before this returns; a task factory may do so anyway
     * @return the task
     * @throws IllegalStateException if the loop is closed
     */
    @Override
    public <T extends @Nullable Object> Task<T> createTask(
            Coroutine<T> coroutine, @Nullable String name, @Nullable Context context, boolean eagerStart) {
        return create(TaskBody.of(coroutine), name, context, eagerStart);
    }

    @Override
    <T extends @Nullable Object> Task<T> create(
            Object body, @Nullable String name, @Nullable Context context, boolean eagerStart) {
        checkClosed();
        TaskFactory factory = getTaskFactory();
        return factory == null
                ? new Task<>(this, body, name, context, eagerStart)
                : factory.createTask(this, EventLoop.<T>coroutine(body), name, context, eagerStart);
    }

    @SuppressWarnings("unchecked") // a T was given with the body
    private static <T extends @Nullable Object> Coroutine<T> coroutine(Object body) {
        return (Coroutine<T>) TaskBody.coroutine(body);
    }

    // ---- threads

    /**
     * Runs a function on another thread, or wherever the executor runs it. A function that is
     * {@link java.io.Serializable} is handed to the executor given as the very object it is, so that one that sends its
     * work elsewhere can send it; what the executor's future tells comes back. What such work fails with after its future
     * has been cancelled is not heard of.
     *
     * @param <T> the result
     * @param executor where, or null for the default: a virtual thread for each
     * @param function what to run; it sees the thread's own context, see {@link Asyncio#toThread} for this one's
     * @return a future; cancelling it keeps work from starting and leaves what has started to finish
     * @throws IllegalStateException if the loop is closed or has shut its default executor down
     * @throws java.util.concurrent.RejectedExecutionException if the executor takes no more work
     */
    public <T extends @Nullable Object> Future<T> runInExecutor(
            @Nullable ExecutorService executor, Callable<T> function) {
        return runInExecutor(executor, function, OnCancel.LEAVE_RUNNING);
    }

    /**
     * Runs a function on another thread, see {@link #runInExecutor(ExecutorService, Callable)}.
     *
     * @param <T> the result
     * @param executor where, or null for the default: a virtual thread for each
     * @param function what to run; it sees the thread's own context
     * @param onCancel what becomes of it when the future is cancelled while it is running
     * @return a future; cancelling it keeps work from starting
     * @throws IllegalStateException if the loop is closed or has shut its default executor down
     * @throws java.util.concurrent.RejectedExecutionException if the executor takes no more work
     */
    public <T extends @Nullable Object> Future<T> runInExecutor(
            @Nullable ExecutorService executor, Callable<T> function, OnCancel onCancel) {
        Objects.requireNonNull(onCancel, "onCancel");
        checkClosed();
        checkThread();
        return threadWork.submit(executor, function, onCancel);
    }

    /**
     * Lets the default executor take no more work, and waits until what it has is done, and the hooks of work that was
     * cancelled (see {@link OnCancel#call}) with it. Called by a task.
     *
     * @param timeout how long to wait, of the machine's time; null for ever
     */
    public void shutdownDefaultExecutor(@Nullable Duration timeout) {
        threadWork.shutdown(timeout);
    }

    UnretrievedFailures unretrieved() {
        UnretrievedFailures known = unretrieved;
        if (known == null) {
            known = new UnretrievedFailures(this);
            unretrieved = known;
        }
        return known;
    }

    void reportGarbage() {
        if (unretrieved != null) {
            unretrieved.reportGarbage();
        }
    }

    SwallowedCancellations swallowed() {
        SwallowedCancellations known = swallowed;
        if (known == null) {
            known = new SwallowedCancellations(this);
            swallowed = known;
        }
        return known;
    }

    @Override
    void checkClosed() {
        if (closed) {
            throw new IllegalStateException("Event loop is closed");
        }
    }

    @Override
    void checkThread() {
        if (getDebug() && isRunning() && !scheduler.isOnLoopThread()) {
            throw new IllegalStateException("Non-thread-safe operation invoked on an event loop from the thread "
                    + Thread.currentThread() + ": use callSoonThreadsafe or runCoroutineThreadsafe");
        }
    }

    @Override
    public String toString() {
        return "<EventLoop running=" + isRunning() + " closed=" + closed + " debug=" + getDebug() + ">";
    }
}
