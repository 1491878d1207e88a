package io.asyncio4j.testkit;

import io.asyncio4j.cancellation.CancellationRegistration;
import io.asyncio4j.context.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The registrations on cancellation tokens that are made in a run, each with the place where that was. Hears of them from
 * any thread.
 */
final class Registrations implements Consumer<CancellationRegistration> {

    /** Not an error: its stack is where the registration was made. */
    record Made(CancellationRegistration registration, Throwable origin) {}

    // Under the lock of this. What has ended is let go of from time to time.
    private final List<Made> made = new ArrayList<>();
    private int manyAre = 64;

    // The thread that calls the run.
    private @Nullable Token<Consumer<CancellationRegistration>> before;

    /** From now on what inherits the calling thread's context is heard of. */
    void watch() {
        before = CancellationRegistration.WATCH.set(this);
    }

    /** Undoes {@link #watch}, on the same thread. */
    void unwatch() {
        if (before != null) {
            CancellationRegistration.WATCH.reset(before);
            before = null;
        }
    }

    @Override
    public synchronized void accept(CancellationRegistration registration) {
        if (made.size() >= manyAre) {
            made.removeIf(old -> !old.registration.isOpen());
            manyAre = Math.max(64, 2 * made.size());
        }
        made.add(new Made(registration, new Throwable("registered here")));
    }

    /** A copy of those that are open, in the order in which they were made. */
    synchronized List<Made> open() {
        return made.stream().filter(each -> each.registration.isOpen()).toList();
    }
}
