package io.asyncio4j.locks;

import io.asyncio4j.CancelledError;
import io.asyncio4j.Coroutine;
import io.asyncio4j.VoidCoroutine;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A lock together with a line of tasks that wait until another task, holding the lock, says that something has changed.
 *
 * <pre>{@code
 * Condition changed = new Condition();
 * // one task
 * changed.with(() -> changed.awaitFor(() -> stock > 0));
 * // another
 * changed.with(() -> {
 *     stock++;
 *     changed.signal();
 * });
 * }</pre>
 *
 * <p>{@link #await} can return without a reason: when a task that was chosen by {@link #signal} is cancelled, the next is
 * woken in its place. So ask again what you waited for, or use {@link #awaitFor}. Several conditions may share one lock.
 * Follows asyncio's {@code Condition}.
 */
public final class Condition {
    private final Waiters waiters = new Waiters();
    private final Lock lock;

    /** A condition with a lock of its own. */
    public Condition() {
        this(new Lock());
    }

    /**
     * A condition on a lock that others may use too.
     *
     * @param lock the lock to hold while waiting and signalling
     */
    public Condition(Lock lock) {
        this.lock = Objects.requireNonNull(lock, "lock");
    }

    /**
     * Takes the lock; see {@link Lock#acquire}, also for cancellation.
     *
     * @return true
     * @throws CancelledError if the task is cancelled while it waits
     * @throws IllegalStateException as {@link Lock#acquire}
     */
    public boolean acquire() {
        return lock.acquire();
    }

    /**
     * Gives the lock back; see {@link Lock#release}.
     *
     * @throws IllegalStateException if the lock is not locked
     */
    public void release() {
        lock.release();
    }

    /**
     * Whether somebody holds the lock.
     *
     * @return as {@link Lock#locked}
     */
    public boolean locked() {
        return lock.locked();
    }

    /**
     * Runs the body while holding the lock, and releases it however the body ends; see {@link Lock#with(Coroutine)}, also
     * for cancellation.
     *
     * @param <T> the body's result
     * @param body what to do with the lock held
     * @return what the body returned
     * @throws IllegalStateException as {@link #acquire} and {@link #release}
     * @throws Exception what the body throws
     */
    public <T extends @Nullable Object> T with(Coroutine<T> body) throws Exception {
        return lock.with(body);
    }

    /**
     * As {@link #with(Coroutine)}, for a body that returns nothing.
     *
     * @param body what to do with the lock held
     * @throws IllegalStateException as {@link #acquire} and {@link #release}
     * @throws Exception what the body throws
     */
    public void with(VoidCoroutine body) throws Exception {
        lock.with(body);
    }

    /**
     * Releases the lock, waits for a {@link #signal}, and takes the lock again. Always suspends. asyncio's {@code wait}.
     *
     * <p><b>Cancellation.</b> The lock is taken again before the {@code CancelledError} leaves, however often the task is
     * cancelled meanwhile; the last error is the one thrown. Because the task may have been chosen by a signal already,
     * another one is woken in its place.
     *
     * @return true
     * @throws CancelledError if the task is cancelled before it returns; the lock is held then
     * @throws IllegalStateException if the lock is not locked, if no loop runs here, or another than the one this
     *     condition has been waited for in
     */
    public boolean await() {
        if (!locked()) {
            throw new IllegalStateException("cannot wait for a signal without the lock: acquire it first");
        }
        Waiters.Waiter waiter = waiters.join(this);
        release();
        try {
            try {
                waiters.await(waiter);
            } finally {
                acquireThoughCancelled();
            }
        } catch (Throwable stopped) {
            // It may have been signalled: the signal must reach somebody, at the price of a wake-up without a reason.
            waiters.wakeNext();
            throw stopped;
        }
        return true;
    }

    private void acquireThoughCancelled() {
        CancelledError latest = null;
        while (true) {
            try {
                acquire();
                break;
            } catch (CancelledError cancelled) {
                latest = cancelled;
            }
        }
        if (latest != null) {
            throw latest;
        }
    }

    /**
     * Waits until the predicate holds: asks it, with the lock held, now and after each {@link #await}. When it holds at
     * once, neither a wait nor the lock is needed. asyncio's {@code wait_for}.
     *
     * <p><b>Cancellation.</b> As in {@link #await}: the lock is held when the error leaves.
     *
     * @param predicate what to wait for; what it throws is passed on
     * @return true
     * @throws CancelledError if the task is cancelled while it waits; the lock is held then
     * @throws IllegalStateException as {@link #await}
     */
    public boolean awaitFor(BooleanSupplier predicate) {
        while (!predicate.getAsBoolean()) {
            await();
        }
        return true;
    }

    /**
     * Wakes one waiting task, the first in line. asyncio's {@code notify}. Never waits. The woken task goes on when it
     * gets the lock, so release it.
     *
     * @throws IllegalStateException if the lock is not locked
     */
    public void signal() {
        signal(1);
    }

    /**
     * Wakes the first tasks in line, as {@link #signal()} does one.
     *
     * @param count how many at most; zero and negative numbers wake nobody
     * @throws IllegalStateException if the lock is not locked
     */
    public void signal(int count) {
        ensureLockedToSignal();
        for (int woken = 0; woken < count && waiters.wakeNext(); woken++) {}
    }

    /**
     * Wakes all who wait. asyncio's {@code notify_all}. Never waits.
     *
     * @throws IllegalStateException if the lock is not locked
     */
    public void signalAll() {
        ensureLockedToSignal();
        waiters.wakeAll();
    }

    private void ensureLockedToSignal() {
        if (!locked()) {
            throw new IllegalStateException("cannot signal without the lock: acquire it first");
        }
    }

    @Override
    public String toString() {
        return "<Condition [" + (locked() ? "locked" : "unlocked") + waiters + "]>";
    }
}
