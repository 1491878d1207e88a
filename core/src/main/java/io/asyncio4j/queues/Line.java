package io.asyncio4j.queues;

import io.asyncio4j.EventLoop;
import io.asyncio4j.Future;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The tasks that wait at one side of a queue, in the order in which they came: to get, or to put.
 *
 * <p>Whoever is woken is out of the line at once. It then looks again whether it can go on, since another may have come
 * first. A chain and no array, because a cancelled task leaves from the middle, in O(1); and no set, because a future is new
 * at each wait, and to find a new object's hash takes longer than all else here.
 */
final class Line {
    private final BooleanSupplier blocked;
    private @Nullable Place first;
    private @Nullable Place last;
    private int size;

    /** A line of those who wait because the given condition holds. */
    Line(BooleanSupplier blocked) {
        this.blocked = blocked;
    }

    /**
     * Waits until woken. The only place in the package that waits. The future is ours and only ever completed by
     * {@link #wakeNext}, so waiting for it cannot fail; it ends in a {@code CancelledError} when the task is cancelled.
     */
    void await(EventLoop loop) {
        Place place = new Place(loop.createFuture());
        append(place);
        try {
            place.waiter.await();
        } catch (RuntimeException | Error stopped) {
            leave(place);
            throw stopped;
        } catch (Exception impossible) {
            throw new AssertionError("nobody fails a waiter's future", impossible);
        }
    }

    private void leave(Place place) {
        boolean inLine = place.ahead != null || place == first;
        if (inLine) {
            remove(place);
        }
        place.waiter.cancel();
        boolean woken = !place.waiter.cancelled();
        if (woken && !blocked.getAsBoolean()) {
            // It was woken for an item or a free place that it will not take: the next one shall.
            wakeNext();
        }
    }

    /** Wakes the first who has not been cancelled, if any. */
    void wakeNext() {
        while (first != null) {
            Place place = first;
            remove(place);
            if (!place.waiter.done()) {
                place.waiter.setResult(null);
                return;
            }
        }
    }

    void wakeAll() {
        while (first != null) {
            wakeNext();
        }
    }

    /** How many wait, those included who are cancelled and have not run since. */
    int size() {
        return size;
    }

    private void append(Place place) {
        place.ahead = last;
        if (last == null) {
            first = place;
        } else {
            last.behind = place;
        }
        last = place;
        size++;
    }

    private void remove(Place place) {
        Place ahead = place.ahead;
        Place behind = place.behind;
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
        place.ahead = null;
        place.behind = null;
        size--;
    }

    /** One who waits. Invariant: without links once it is out of the line. */
    private static final class Place {
        private final Future<@Nullable Void> waiter;
        private @Nullable Place ahead;
        private @Nullable Place behind;

        private Place(Future<@Nullable Void> waiter) {
            this.waiter = waiter;
        }
    }
}
