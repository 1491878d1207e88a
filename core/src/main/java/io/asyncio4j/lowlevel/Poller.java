package io.asyncio4j.lowlevel;

import org.jspecify.annotations.Nullable;

/**
 * A loop's clock, its waiting for input and output, and its wake-up call.
 *
 * <p>One poller belongs to one loop. All methods but {@link #time} and {@link #wakeup} are called only by the thread that holds the loop at
 * that moment (the threads differ from call to call, the calls never overlap). A poller that drives a transport makes the
 * loop's callbacks ready in the three poll methods, with {@code EventLoop.callSoon} and a context of
 * their own. What a poll method throws ends the
 * run of the loop and comes out of {@code runForever}.
 *
 * <p>A poll method that finds the calling thread interrupted must neither spin nor lose the interrupt status: it waits
 * on and leaves the status set when it returns.
 */
public interface Poller extends AutoCloseable {

    /**
     * The loop's time. Called from any thread.
     *
     * @return nanoseconds since an origin of the poller's choice; never falls
     */
    long time();

    /** Does what input and output are ready, without waiting. Called once a turn while the loop is busy. */
    void pollNow();

    /**
     * Waits until the clock has reached the deadline, input or output came, or {@link #wakeup} is or was called since the
     * last wait. May return early.
     *
     * @param deadline in the nanoseconds of {@link #time}
     */
    void pollUntil(long deadline);

    /** Waits until input or output came, or {@link #wakeup} is or was called since the last wait. May return early. */
    void pollForever();

    /** Ends the wait that is under way, else the next one. Called from any thread, also after {@link #close}. */
    void wakeup();

    /**
     * The loop has given work to another thread, of an executor. A clock that is not the machine's must not run ahead of
     * that work.
     *
     * @param work its identity; its text says what it is
     */
    default void workBegan(Object work) {}

    /**
     * The outcome of such work has come back to the loop, or it was called off before it began.
     *
     * @param work as given to {@link #workBegan}
     */
    default void workEnded(Object work) {}

    /**
     * Who decides which of the ready steps is next, if not the loop itself. Asked once, when the loop is made.
     *
     * @return the order of the steps; null for asyncio's: first in, first out
     */
    default @Nullable StepOrder stepOrder() {
        return null;
    }

    /** Gives back what the poller holds. Called once, when the loop is closed. */
    @Override
    void close();
}
