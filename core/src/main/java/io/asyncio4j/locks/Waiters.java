package io.asyncio4j.locks;

import io.asyncio4j.Asyncio;
import io.asyncio4j.EventLoop;
import io.asyncio4j.Future;
import org.jspecify.annotations.Nullable;

/**
 * The tasks that wait for one object, in the order in which they came.
 *
 * <p>A waiter stands in line until its task runs again, also when it has long been woken or cancelled: the fairness of
 * the locks rests on seeing those who are about to run. Joining, leaving and waking cost O(1), whatever the order.
 */
final class Waiters {
    private @Nullable EventLoop loop;
    private @Nullable Waiter first;
    private @Nullable Waiter last;
    // Invariant: all up to this one are woken or cancelled, so that a burst of wake-ups walks the line once.
    private @Nullable Waiter woken;
    private int size;

    /**
     * A new place at the end of the line; the caller must {@link #await} in it. The first call ties the line to the running
     * loop.
     *
     * @throws IllegalStateException if no loop runs here, or another than the one of the first call
     */
    Waiter join(Object owner) {
        EventLoop running = Asyncio.getRunningLoop();
        if (loop == null) {
            loop = running;
        } else if (loop != running) {
            throw new IllegalStateException(
                    owner + " is bound to a different event loop: a task of that one waited for it before");
        }
        Waiter waiter = new Waiter(running.createFuture(), last);
        if (last == null) {
            first = waiter;
        } else {
            last.behind = waiter;
        }
        last = waiter;
        size++;
        return waiter;
    }

    /**
     * Waits until woken, and leaves the line, however it ends. This is the only place in the package that waits.
     *
     * <p>The future is ours and only ever completed by {@link #wakeFirst} and {@link #wakeNext}, so waiting for it cannot
     * fail; it ends in a {@code CancelledError} when the task is cancelled.
     */
    void await(Waiter waiter) {
        try {
            waiter.future.await();
        } catch (RuntimeException refused) {
            throw refused;
        } catch (Exception impossible) {
            throw new AssertionError("nobody fails a waiter's future", impossible);
        } finally {
            leave(waiter);
        }
    }

    /** Whether all who wait have been cancelled, or nobody waits. */
    boolean allCancelled() {
        for (Waiter waiter = first; waiter != null; waiter = waiter.behind) {
            if (!waiter.future.cancelled()) {
                return false;
            }
        }
        return true;
    }

    /** Wakes the head of the line and nobody else: where it is woken or cancelled already, nothing happens. */
    void wakeFirst() {
        if (first != null) {
            first.wake();
        }
    }

    /** Wakes the first who is neither woken nor cancelled. Returns false where there is none. */
    boolean wakeNext() {
        Waiter waiter = woken == null ? first : woken.behind;
        while (waiter != null) {
            woken = waiter;
            if (waiter.wake()) {
                return true;
            }
            waiter = waiter.behind;
        }
        return false;
    }

    void wakeAll() {
        while (wakeNext()) {}
    }

    /** What {@code toString} of the owner shows after the owner's own state. */
    @Override
    public String toString() {
        return size == 0 ? "" : ", waiters:" + size;
    }

    private void leave(Waiter waiter) {
        Waiter ahead = waiter.ahead;
        Waiter behind = waiter.behind;
        if (woken == waiter) {
            woken = ahead;
        }
        if (ahead == null) {
            first = behind;
        } else {
            ahead.behind = behind;
        }
        if (behind == null) {
            last = ahead;
        } else {
            behind.ahead = ahead;
        }
        size--;
    }

    /** One place in the line. */
    static final class Waiter {
        private final Future<@Nullable Void> future;
        private @Nullable Waiter ahead;
        private @Nullable Waiter behind;

        private Waiter(Future<@Nullable Void> future, @Nullable Waiter ahead) {
            this.future = future;
            this.ahead = ahead;
        }

        private boolean wake() {
            if (future.done()) {
                return false;
            }
            future.setResult(null);
            return true;
        }

        /** Whether it was woken, even if a cancellation of its task came after that. */
        boolean woken() {
            return future.done() && !future.cancelled();
        }
    }
}
