package io.asyncio4j;

import io.asyncio4j.context.Context;
import io.asyncio4j.context.ContextStack;
import io.asyncio4j.lowlevel.Poller;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The part of an {@link EventLoop} that calls functions: soon, later, at a time, and for other threads. */
abstract sealed class LoopCallbacks extends LoopSettings permits EventLoop {
    // Fixed.
    final Poller poller;
    final Scheduler scheduler;

    LoopCallbacks(Poller poller) {
        this.poller = Objects.requireNonNull(poller, "the poller of a loop");
        this.scheduler = new Scheduler(loop(), poller);
    }

    private EventLoop loop() {
        return (EventLoop) this;
    }

    /**
     * Calls the function in the next turn, in a copy of the current context.
     *
     * @param callback what it throws reaches the exception handler
     * @return the means to call it off
     * @throws IllegalStateException if the loop is closed
     */
    public final Handle callSoon(Runnable callback) {
        return callSoon(callback, null);
    }

    /**
     * Calls the function in the next turn.
     *
     * @param callback what it throws reaches the exception handler
     * @param context what it runs in, or null for a copy of the current context
     * @return the means to call it off
     * @throws IllegalStateException if the loop is closed
     */
    public final Handle callSoon(Runnable callback, @Nullable Context context) {
        checkCallback(callback);
        checkThread();
        Handle handle = new Handle(loop(), contextOr(context), callback);
        scheduler.takeIn();
        scheduler.makeReady(handle);
        return handle;
    }

    /**
     * Calls the function soon. From any thread; wakes the loop if it waits.
     *
     * @param callback what it throws reaches the exception handler
     * @return the means to call it off, on the loop's thread
     * @throws IllegalStateException if the loop is closed
     */
    public final Handle callSoonThreadsafe(Runnable callback) {
        return callSoonThreadsafe(callback, null);
    }

    /**
     * Calls the function soon. From any thread; wakes the loop if it waits.
     *
     * @param callback what it throws reaches the exception handler
     * @param context what it runs in, or null for a copy of the calling thread's context
     * @return the means to call it off, on the loop's thread
     * @throws IllegalStateException if the loop is closed
     */
    public final Handle callSoonThreadsafe(Runnable callback, @Nullable Context context) {
        checkCallback(callback);
        Handle handle = new Handle(loop(), contextOr(context), callback);
        scheduler.makeReadyFromAnywhere(handle);
        return handle;
    }

    /**
     * Calls the function after a time, in a copy of the current context.
     *
     * @param delay zero or less: in the next turn
     * @param callback what it throws reaches the exception handler
     * @return the means to call it off
     * @throws IllegalStateException if the loop is closed
     * @throws IllegalArgumentException if the delay is beyond 292 years
     */
    public final TimerHandle callLater(Duration delay, Runnable callback) {
        return callLater(delay, callback, null);
    }

    /**
     * Calls the function after a time.
     *
     * @param delay zero or less: in the next turn
     * @param callback what it throws reaches the exception handler
     * @param context what it runs in, or null for a copy of the current context
     * @return the means to call it off
     * @throws IllegalStateException if the loop is closed
     * @throws IllegalArgumentException if the delay is beyond 292 years
     */
    public final TimerHandle callLater(Duration delay, Runnable callback, @Nullable Context context) {
        return callAt(Durations.deadline(time(), delay), callback, context);
    }

    /**
     * Calls the function at a time, in a copy of the current context.
     *
     * @param when nanoseconds of {@link #time}; past times: in the next turn
     * @param callback what it throws reaches the exception handler
     * @return the means to call it off
     * @throws IllegalStateException if the loop is closed
     */
    public final TimerHandle callAt(long when, Runnable callback) {
        return callAt(when, callback, null);
    }

    /**
     * Calls the function at a time.
     *
     * @param when nanoseconds of {@link #time}; past times: in the next turn
     * @param callback what it throws reaches the exception handler
     * @param context what it runs in, or null for a copy of the current context
     * @return the means to call it off
     * @throws IllegalStateException if the loop is closed
     */
    public final TimerHandle callAt(long when, Runnable callback, @Nullable Context context) {
        checkCallback(callback);
        checkThread();
        return schedule(when, contextOr(context), callback);
    }

    /** As callSoon, for the library's own callbacks: they have no context. */
    final Handle soon(Runnable callback) {
        checkClosed();
        checkThread();
        Handle handle = new Handle(loop(), null, callback);
        scheduler.makeReady(handle);
        return handle;
    }

    /** As callAt, for the library's own callbacks: they have no context. */
    final TimerHandle at(long when, Runnable callback) {
        checkClosed();
        checkThread();
        return schedule(when, null, callback);
    }

    /** Completes the future, unless it is done, at that time. */
    final TimerHandle releaseAt(long when, Future<?> waiter) {
        checkClosed();
        checkThread();
        return schedule(when, null, waiter);
    }

    /** Lets the timeout expire at that time. */
    final TimerHandle expireAt(long when, Timeout timeout) {
        checkClosed();
        checkThread();
        return schedule(when, null, timeout);
    }

    private TimerHandle schedule(long when, @Nullable Context context, Object callback) {
        TimerHandle timer = new TimerHandle(
                loop(), context, callback, when, scheduler.timers().nextSequence());
        scheduler.timers().add(timer);
        return timer;
    }

    private void checkCallback(Runnable callback) {
        Objects.requireNonNull(callback, "the callback");
        checkClosed();
    }

    /** The context given, or a snapshot of the current one. */
    static Context contextOr(@Nullable Context context) {
        return context != null ? context : ContextStack.ofCurrentThread().snapshot();
    }

    /**
     * The loop's clock. Any thread.
     *
     * @return nanoseconds since an origin of the clock's choice
     */
    public final long time() {
        return poller.time();
    }

    /**
     * The timers of the program, set by {@link #callLater} and {@link #callAt}, that have neither run nor been called off.
     * For tools.
     *
     * @return a copy, by deadline
     */
    public final List<TimerHandle> getTimers() {
        checkThread();
        return scheduler.timers().ofTheProgram();
    }

    /**
     * The clock and the waiting of this loop: what it was made with. For tools, which find their own again. Any thread.
     *
     * @return the poller
     */
    public final Poller getPoller() {
        return poller;
    }

    abstract void checkClosed();
}
