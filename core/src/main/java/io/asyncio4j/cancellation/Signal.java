package io.asyncio4j.cancellation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What a source and its token share: whether the cancellation has been requested, and who wants to hear of it. Any thread.
 *
 * <p>The lock is held for a few assignments at a time, never while a callback runs.
 */
final class Signal {
    /**
     * <pre>
     *            cancel
     *   OPEN ─────────────→ Cancelled     (closing changes nothing any more)
     *     │ close
     *     └───────────────→ CLOSED        (will never be cancelled)
     * </pre>
     */
    private static final Object OPEN = new Object();

    private static final Object CLOSED = new Object();

    /**
     * A cancellation that was requested.
     *
     * @param reason the text given with the request, or null
     * @param causedBy the token whose own source was asked
     */
    record Cancelled(@Nullable String reason, CancellationToken causedBy) {}

    // Fixed.
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition callbackEnded = lock.newCondition();

    // Written under the lock.
    private volatile Object state = OPEN;

    // Under the lock, as are the links between registrations.
    private @Nullable CancellationRegistration newest;

    /** The cancellation, or null if there was none. */
    @Nullable
    Cancelled cancelled() {
        return state instanceof Cancelled cancelled ? cancelled : null;
    }

    boolean isClosed() {
        return state == CLOSED;
    }

    /**
     * Cancels, and runs the callbacks, newest first.
     *
     * @param failures gets what they throw
     * @return false if somebody has cancelled or closed this before
     */
    boolean cancel(Cancelled how, List<Throwable> failures) {
        lock.lock();
        try {
            if (state != OPEN) {
                return false;
            }
            state = how;
        } finally {
            lock.unlock();
        }
        CancellationRegistration next = takeNewest();
        while (next != null) {
            try {
                next.call(how, failures);
            } catch (Throwable failure) {
                failures.add(failure);
            } finally {
                ended(next);
            }
            next = takeNewest();
        }
        return true;
    }

    private @Nullable CancellationRegistration takeNewest() {
        lock.lock();
        try {
            CancellationRegistration taken = newest;
            if (taken != null) {
                unlink(taken);
                taken.begin(Thread.currentThread());
            }
            return taken;
        } finally {
            lock.unlock();
        }
    }

    /** Enters the registration; if it is too late for that, calls it now, or never. */
    void register(CancellationRegistration registration) {
        Cancelled before;
        lock.lock();
        try {
            if (state == OPEN) {
                registration.older = newest;
                if (newest != null) {
                    newest.newer = registration;
                }
                newest = registration;
                return;
            }
            before = cancelled();
            if (before == null) {
                registration.end();
                return;
            }
            registration.begin(Thread.currentThread());
        } finally {
            lock.unlock();
        }
        try {
            // only a new source that is just being linked adds failures to the list, and it has no callbacks yet
            registration.call(before, new ArrayList<>());
        } finally {
            ended(registration);
        }
    }

    private void ended(CancellationRegistration registration) {
        lock.lock();
        try {
            registration.end();
            callbackEnded.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Takes the registration out; where its callback is running, does nothing. */
    void remove(CancellationRegistration registration) {
        lock.lock();
        try {
            if (registration.isOpen()) {
                unlink(registration);
                registration.end();
            }
        } finally {
            lock.unlock();
        }
    }

    /** As remove, and waits for a callback that another thread is running. */
    void removeAndWait(CancellationRegistration registration) {
        lock.lock();
        try {
            remove(registration);
            while (registration.runsElsewhere()) {
                callbackEnded.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    private void unlink(CancellationRegistration registration) {
        CancellationRegistration newer = registration.newer;
        CancellationRegistration older = registration.older;
        if (newer == null) {
            newest = older;
        } else {
            newer.older = older;
        }
        if (older != null) {
            older.newer = newer;
        }
        registration.newer = null;
        registration.older = null;
    }

    /** Lets all registrations go. Those of a cancellation that is under way are called all the same. */
    void close() {
        lock.lock();
        try {
            if (state != OPEN) {
                return;
            }
            state = CLOSED;
            for (CancellationRegistration left = newest; left != null; left = newest) {
                unlink(left);
                left.end();
            }
        } finally {
            lock.unlock();
        }
    }
}
