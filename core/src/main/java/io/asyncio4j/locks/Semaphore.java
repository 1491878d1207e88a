package io.asyncio4j.locks;

import io.asyncio4j.CancelledError;
import io.asyncio4j.Coroutine;
import io.asyncio4j.VoidCoroutine;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A number of permits: {@link #acquire} takes one, waiting while there is none, {@link #release} gives one back.
 *
 * <pre>{@code
 * Semaphore connections = new Semaphore(10);
 * String page = connections.with(() -> fetch(url));
 * }</pre>
 *
 * <p>First come, first served: while somebody waits, or has been woken and not yet run, a newcomer waits too, even if
 * there is a permit. Releases without an acquire add permits; {@link BoundedSemaphore} refuses that. Follows asyncio's
 * {@code Semaphore}.
 */
public sealed class Semaphore permits BoundedSemaphore {
    private final Waiters waiters = new Waiters();
    // Permits nobody was promised: that of a woken waiter is taken off already. No program can overflow a long.
    private long value;

    /** A semaphore with one permit. */
    public Semaphore() {
        this(1);
    }

    /**
     * A semaphore with the given number of permits.
     *
     * @param value the number at the beginning; with zero everybody waits for a release
     * @throws IllegalArgumentException if it is negative
     */
    public Semaphore(int value) {
        if (value < 0) {
            throw new IllegalArgumentException("the initial value of a semaphore must be >= 0, not " + value);
        }
        this.value = value;
    }

    /**
     * Takes a permit, waiting while there is none or others wait. Does not suspend when it need not wait.
     *
     * <p><b>Cancellation.</b> A task that is cancelled before this returns holds no permit. If one had just been given to
     * it, the next in line gets it.
     *
     * @return true
     * @throws CancelledError if the task is cancelled while it waits
     * @throws IllegalStateException if it has to wait and no loop runs here, or another than the one this semaphore has
     *     been waited for in
     */
    public boolean acquire() {
        if (!locked()) {
            value--;
            return true;
        }
        Waiters.Waiter waiter = waiters.join(this);
        try {
            waiters.await(waiter);
        } catch (CancelledError cancelled) {
            if (waiter.woken()) {
                value++;
            }
            throw cancelled;
        } finally {
            // Some had to wait only because this task stood before them, while there were permits.
            while (value > 0 && wakeNext()) {}
        }
        return true;
    }

    /** Gives a permit back, to the first in line if somebody waits. Never waits. */
    public void release() {
        value++;
        wakeNext();
    }

    /**
     * Whether {@link #acquire} would have to wait: there is no permit, or others are before it.
     *
     * @return true if it would wait
     */
    public boolean locked() {
        return value == 0 || !waiters.allCancelled();
    }

    /**
     * Runs the body with a permit, and gives it back however the body ends.
     *
     * <p><b>Cancellation.</b> While it waits for the permit: as in {@link #acquire}, and the body does not run. Inside
     * the body: the permit is given back when the error leaves the body.
     *
     * @param <T> the body's result
     * @param body what to do with the permit
     * @return what the body returned
     * @throws IllegalStateException as {@link #acquire}
     * @throws Exception what the body throws
     */
    public <T extends @Nullable Object> T with(Coroutine<T> body) throws Exception {
        Objects.requireNonNull(body, "body");
        acquire();
        try {
            return body.await();
        } finally {
            release();
        }
    }

    /**
     * As {@link #with(Coroutine)}, for a body that returns nothing.
     *
     * @param body what to do with the permit
     * @throws IllegalStateException as {@link #acquire}
     * @throws Exception what the body throws
     */
    public void with(VoidCoroutine body) throws Exception {
        with(body.asCoroutine());
    }

    /** The permits that are free. */
    final long value() {
        return value;
    }

    private boolean wakeNext() {
        if (!waiters.wakeNext()) {
            return false;
        }
        value--;
        return true;
    }

    @Override
    public String toString() {
        String state = locked() ? "locked" : "unlocked, value:" + value;
        return "<" + getClass().getSimpleName() + " [" + state + waiters + "]>";
    }
}
