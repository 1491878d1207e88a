package io.asyncio4j.queues;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Queue} that gives the item that was put last. Follows asyncio's {@code LifoQueue}.
 *
 * @param <T> the items
 */
public final class LifoQueue<T extends @Nullable Object> extends Queue<T> {
    /** A queue without a maximum size. */
    public LifoQueue() {
        this(0);
    }

    /**
     * A queue that holds at most so many items.
     *
     * @param maxsize the maximum; none if zero or negative
     */
    public LifoQueue(int maxsize) {
        super(maxsize, lastInFirstOut());
    }

    private static <T extends @Nullable Object> Contents<T> lastInFirstOut() {
        List<T> items = new ArrayList<>();
        return new Contents<>(items, items::add, items::removeLast);
    }
}
