package io.asyncio4j.queues;

import io.asyncio4j.EventLoop;
import io.asyncio4j.Future;
import java.util.LinkedHashSet;
import java.util.SequencedSet;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The tasks that wait at one side of a queue, in the order in which they came: to get, or to put.
 *
 * <p>Whoever is woken is out of the line at once. It then looks again whether it can go on, since another may have come
 * first. A set, because a cancelled task leaves from the middle, in O(1).
 */
final class Line {
    private final SequencedSet<Future<@Nullable Void>> waiters = new LinkedHashSet<>();
    private final BooleanSupplier blocked;

    /** A line of those who wait because the given condition holds. */
    Line(BooleanSupplier blocked) {
        this.blocked = blocked;
    }

    /**
     * Waits until woken. The only place in the package that waits. The future is ours and only ever completed by
     * {@link #wakeNext}, so waiting for it cannot fail; it ends in a {@code CancelledError} when the task is cancelled.
     */
    void await(EventLoop loop) {
        Future<@Nullable Void> waiter = loop.createFuture();
        waiters.add(waiter);
        try {
            waiter.await();
        } catch (RuntimeException | Error stopped) {
            leave(waiter);
            throw stopped;
        } catch (Exception impossible) {
            throw new AssertionError("nobody fails a waiter's future", impossible);
        }
    }

    private void leave(Future<@Nullable Void> waiter) {
        waiters.remove(waiter);
        waiter.cancel();
        boolean woken = !waiter.cancelled();
        if (woken && !blocked.getAsBoolean()) {
            // It was woken for an item or a free place that it will not take: the next one shall.
            wakeNext();
        }
    }

    /** Wakes the first who has not been cancelled, if any. */
    void wakeNext() {
        while (!waiters.isEmpty()) {
            Future<@Nullable Void> waiter = waiters.removeFirst();
            if (!waiter.done()) {
                waiter.setResult(null);
                return;
            }
        }
    }

    void wakeAll() {
        while (!waiters.isEmpty()) {
            wakeNext();
        }
    }

    /** How many wait, those included who are cancelled and have not run since. */
    int size() {
        return waiters.size();
    }
}
