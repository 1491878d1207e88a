package io.asyncio4j.queues;

import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Queue} that gives the smallest item, by a comparator or by the items' natural order. Among equal items, which
 * one comes first is not promised. Follows asyncio's {@code PriorityQueue}.
 *
 * <p>Putting refuses, and changes nothing, if the item cannot be compared: with a {@link ClassCastException}, or with a
 * {@link NullPointerException} for null.
 *
 * @param <T> the items
 */
public final class PriorityQueue<T> extends Queue<T> {
    /** A queue in natural order without a maximum size. */
    public PriorityQueue() {
        this(0);
    }

    /**
     * A queue in natural order that holds at most so many items.
     *
     * @param maxsize the maximum; none if zero or negative
     */
    public PriorityQueue(int maxsize) {
        super(maxsize, smallestFirst(null));
    }

    /**
     * A queue in the comparator's order without a maximum size.
     *
     * @param comparator what compares the items
     */
    public PriorityQueue(Comparator<? super T> comparator) {
        this(0, comparator);
    }

    /**
     * A queue in the comparator's order that holds at most so many items.
     *
     * @param maxsize the maximum; none if zero or negative
     * @param comparator what compares the items
     */
    public PriorityQueue(int maxsize, Comparator<? super T> comparator) {
        super(maxsize, smallestFirst(Objects.requireNonNull(comparator, "comparator")));
    }

    private static <T> Contents<T> smallestFirst(@Nullable Comparator<? super T> comparator) {
        java.util.PriorityQueue<T> items = new java.util.PriorityQueue<>(comparator);
        return new Contents<>(items, items::add, items::remove);
    }
}
