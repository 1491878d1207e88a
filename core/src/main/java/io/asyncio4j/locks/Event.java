package io.asyncio4j.locks;

import io.asyncio4j.CancelledError;

/**
 * A flag that tasks wait for: {@link #set} wakes all of them at once, and whoever comes later does not wait until the
 * flag is {@linkplain #clear cleared}.
 *
 * <p>A task that was woken returns from {@link #await} even if the flag has been cleared before it ran again. Follows
 * asyncio's {@code Event}.
 */
public final class Event {
    private final Waiters waiters = new Waiters();
    private boolean set;

    /** An event that is not set. */
    public Event() {}

    /**
     * Whether the flag is set.
     *
     * @return the flag
     */
    public boolean isSet() {
        return set;
    }

    /** Sets the flag and wakes all who wait for it, in the order in which they came. Never waits. */
    public void set() {
        if (!set) {
            set = true;
            waiters.wakeAll();
        }
    }

    /** Clears the flag; from now on {@link #await} waits again. Who was woken before stays woken. */
    public void clear() {
        set = false;
    }

    /**
     * Waits until the flag is set; does not suspend when it is. asyncio's {@code wait}.
     *
     * <p><b>Cancellation.</b> A cancelled task leaves the line; the flag and the others who wait are not touched. That
     * holds also where the flag was set just before.
     *
     * @return true
     * @throws CancelledError if the task is cancelled while it waits
     * @throws IllegalStateException if it has to wait and no loop runs here, or another than the one this event has been
     *     waited for in
     */
    public boolean await() {
        if (!set) {
            waiters.await(waiters.join(this));
        }
        return true;
    }

    @Override
    public String toString() {
        return "<Event [" + (set ? "set" : "unset") + waiters + "]>";
    }
}
