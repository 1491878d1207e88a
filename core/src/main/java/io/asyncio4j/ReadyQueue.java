package io.asyncio4j;

import java.util.ArrayList;
import java.util.List;
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

    /**
     * What may run next if the order among tasks does not matter: all tasks, and the first callback. Drops what was called
     * off. For test kits: takes time in proportion to the size.
     */
    List<ReadyEntry> candidates() {
        List<ReadyEntry> candidates = new ArrayList<>(size);
        boolean callback = false;
        for (int count = size; count > 0; count--) {
            ReadyEntry entry = remove();
            if (entry instanceof Handle handle) {
                if (handle.cancelled()) {
                    continue;
                }
                if (!callback) {
                    candidates.add(entry);
                    callback = true;
                }
            } else {
                candidates.add(entry);
            }
            add(entry);
        }
        return candidates;
    }

    /** Removes an entry from any place. Takes time in proportion to the size. */
    void remove(ReadyEntry chosen) {
        boolean found = false;
        for (int count = size; count > 0; count--) {
            ReadyEntry entry = remove();
            if (entry == chosen && !found) {
                found = true;
            } else {
                add(entry);
            }
        }
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
