package io.asyncio4j;

import org.jspecify.annotations.Nullable;

/** What is ready to run, first in, first out: a ring that doubles. Touched only by the baton's holder. */
final class ReadyQueue {
    private static final int FIRST_CAPACITY = 64;

    // Invariant: the length is a power of two, and head and size stay within it.
    private @Nullable ReadyEntry[] ring = new @Nullable ReadyEntry[FIRST_CAPACITY];
    private int head;
    private int size;

    int size() {
        return size;
    }

    boolean isEmpty() {
        return size == 0;
    }

    void add(ReadyEntry entry) {
        if (size == ring.length) {
            grow();
        }
        ring[(head + size) & (ring.length - 1)] = entry;
        size++;
    }

    ReadyEntry remove() {
        ReadyEntry entry = ring[head];
        if (entry == null) {
            throw new AssertionError("remove() from an empty queue");
        }
        ring[head] = null;
        head = (head + 1) & (ring.length - 1);
        size--;
        return entry;
    }

    /** Empties the queue of a closed loop. */
    void abandon() {
        while (!isEmpty()) {
            if (remove() instanceof Handle handle) {
                handle.abandon();
            }
        }
    }

    private void grow() {
        @Nullable ReadyEntry[] larger = new @Nullable ReadyEntry[ring.length * 2];
        int tail = ring.length - head;
        System.arraycopy(ring, head, larger, 0, tail);
        System.arraycopy(ring, 0, larger, tail, head);
        ring = larger;
        head = 0;
    }
}
