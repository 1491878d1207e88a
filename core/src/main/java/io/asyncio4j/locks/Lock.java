package io.asyncio4j.locks;

import io.asyncio4j.CancelledError;
import io.asyncio4j.Coroutine;
import io.asyncio4j.VoidCoroutine;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A lock that one task holds at a time; the others wait their turn, first come, first served.
 *
 * <p>A lock is not owned: any task or callback may release it, and it is not reentrant: a task that acquires it twice
 * waits for ever. Prefer the block form, which always releases:
 *
 * <pre>{@code
 * Lock lock = new Lock();
 * String page = lock.with(() -> fetch(url));
 * }</pre>
 *
 * <p>A released lock goes to the task at the head of the line. Until that one runs, the lock is seen as unlocked, and
 * still no newcomer can take it. Follows asyncio's {@code Lock}.
 */
public final class Lock {
    private final Waiters waiters = new Waiters();
    private boolean locked;

    /** An unlocked lock. */
    public Lock() {}

    /**
     * Takes the lock, waiting while another holds it or others wait for it. Does not suspend when it is free.
     *
     * <p><b>Cancellation.</b> A task that is cancelled before this returns does not hold the lock. If the lock had just
     * been given to it, the next in line gets it.
     *
     * @return true
     * @throws CancelledError if the task is cancelled while it waits
     * @throws IllegalStateException if it has to wait and no loop runs here, or another than the one this lock has been
     *     waited for in
     */
    public boolean acquire() {
        if (!locked && waiters.allCancelled()) {
            locked = true;
            return true;
        }
        Waiters.Waiter waiter = waiters.join(this);
        try {
            waiters.await(waiter);
        } catch (CancelledError cancelled) {
            // A release may have chosen this task; somebody must make use of it.
            if (!locked) {
                waiters.wakeFirst();
            }
            throw cancelled;
        }
        locked = true;
        return true;
    }

    /**
     * Gives the lock back and wakes the head of the line. Never waits.
     *
     * @throws IllegalStateException if the lock is not locked
     */
    public void release() {
        if (!locked) {
            throw new IllegalStateException("the lock is not acquired: release it once for each acquire");
        }
        locked = false;
        waiters.wakeFirst();
    }

    /**
     * Whether somebody holds the lock.
     *
     * @return true between {@link #acquire} and {@link #release}
     */
    public boolean locked() {
        return locked;
    }

    /**
     * Runs the body while holding the lock, and releases it however the body ends.
     *
     * <p><b>Cancellation.</b> While it waits for the lock: as in {@link #acquire}, and the body does not run. Inside the
     * body: the lock is released when the error leaves the body.
     *
     * @param <T> the body's result
     * @param body what to do with the lock held
     * @return what the body returned
     * @throws IllegalStateException as {@link #acquire} and {@link #release}
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
     * @param body what to do with the lock held
     * @throws IllegalStateException as {@link #acquire} and {@link #release}
     * @throws Exception what the body throws
     */
    public void with(VoidCoroutine body) throws Exception {
        with(body.asCoroutine());
    }

    @Override
    public String toString() {
        return "<Lock [" + (locked ? "locked" : "unlocked") + waiters + "]>";
    }
}
