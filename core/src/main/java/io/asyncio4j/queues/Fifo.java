package io.asyncio4j.queues;

import java.util.AbstractCollection;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Items, first in, first out: a ring that doubles. Unlike the JDK's it takes nulls, and makes no object for each item. */
final class Fifo<T extends @Nullable Object> extends AbstractCollection<T> {
    private static final int FIRST_CAPACITY = 8;

    /** An empty ring above this is given back: after a burst it would stay for as long as the queue. */
    private static final int MOST_KEPT = 1024;

    // Invariant: the length is a power of two, and head and size stay within it.
    private @Nullable Object[] ring = new @Nullable Object[FIRST_CAPACITY];
    private int head;
    private int size;

    @Override
    public boolean add(T item) {
        if (size == ring.length) {
            ring = Arrays.copyOf(toArray(), 2 * size);
            head = 0;
        }
        ring[place(size)] = item;
        size++;
        return true;
    }

    T removeFirst() {
        if (size == 0) {
            throw new NoSuchElementException();
        }
        T item = at(0);
        ring[head] = null;
        head = place(1);
        size--;
        if (size == 0 && ring.length > MOST_KEPT) {
            ring = new @Nullable Object[FIRST_CAPACITY];
            head = 0;
        }
        return item;
    }

    private int place(int index) {
        return (head + index) & (ring.length - 1);
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // what is within the size was given as a T
    private T at(int index) {
        return (T) ring[place(index)];
    }

    @Override
    public Iterator<T> iterator() {
        return new Iterator<>() {
            private int index;

            @Override
            public boolean hasNext() {
                return index < size;
            }

            @Override
            public T next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return at(index++);
            }
        };
    }

    @Override
    public int size() {
        return size;
    }
}
