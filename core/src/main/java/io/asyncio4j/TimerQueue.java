package io.asyncio4j;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The timers that are not due: a binary heap by deadline, then by creation. Touched only by the baton's holder.
 *
 * <p>A cancelled timer stays in the heap until it comes to the front, or until a sweep: when more than half of over a
 * hundred timers are cancelled, as in asyncio. So cancelling costs nothing at once, and what is cancelled cannot pile up.
 */
final class TimerQueue {
    private static final int SWEEP_ABOVE = 100;

    private @Nullable TimerHandle[] heap = new @Nullable TimerHandle[16];
    private int size;
    private int cancelled;
    private long created;

    boolean isEmpty() {
        return size == 0;
    }

    int size() {
        return size;
    }

    long nextSequence() {
        return created++;
    }

    void add(TimerHandle timer) {
        if (size == heap.length) {
            heap = Arrays.copyOf(heap, size * 2);
        }
        siftUp(size, timer);
        size++;
        timer.scheduled = true;
    }

    void noteCancelled() {
        cancelled++;
    }

    /** The first timer that is not cancelled, or null. What is cancelled before it, or has piled up, goes. */
    @Nullable
    TimerHandle first() {
        if (size > SWEEP_ABOVE && cancelled > size / 2) {
            sweep();
        }
        while (size > 0) {
            TimerHandle first = at(0);
            if (!first.cancelled()) {
                return first;
            }
            removeFirst();
            cancelled--;
        }
        return null;
    }

    /** Moves what is due at the given time to the ready queue, cancelled or not. */
    void moveDue(long now, ReadyQueue ready) {
        while (size > 0 && at(0).when() <= now) {
            TimerHandle timer = removeFirst();
            if (timer.cancelled()) {
                cancelled--;
            } else {
                ready.add(timer);
            }
        }
    }

    void clear() {
        Arrays.fill(heap, null);
        size = 0;
        cancelled = 0;
    }

    private TimerHandle at(int index) {
        TimerHandle timer = heap[index];
        if (timer == null) {
            throw new AssertionError("an empty place below the heap's size");
        }
        return timer;
    }

    private TimerHandle removeFirst() {
        TimerHandle first = at(0);
        size--;
        TimerHandle last = at(size);
        heap[size] = null;
        if (size > 0) {
            siftDown(0, last);
        }
        first.scheduled = false;
        return first;
    }

    private void sweep() {
        int kept = 0;
        for (int index = 0; index < size; index++) {
            TimerHandle timer = at(index);
            if (timer.cancelled()) {
                timer.scheduled = false;
            } else {
                heap[kept++] = timer;
            }
        }
        Arrays.fill(heap, kept, size, null);
        size = kept;
        cancelled = 0;
        for (int index = size / 2 - 1; index >= 0; index--) {
            siftDown(index, at(index));
        }
    }

    private void siftUp(int from, TimerHandle timer) {
        int index = from;
        while (index > 0) {
            int parent = (index - 1) >>> 1;
            TimerHandle above = at(parent);
            if (!timer.isBefore(above)) {
                break;
            }
            heap[index] = above;
            index = parent;
        }
        heap[index] = timer;
    }

    private void siftDown(int from, TimerHandle timer) {
        int index = from;
        for (int child = 2 * index + 1; child < size; child = 2 * index + 1) {
            if (child + 1 < size && at(child + 1).isBefore(at(child))) {
                child++;
            }
            TimerHandle below = at(child);
            if (!below.isBefore(timer)) {
                break;
            }
            heap[index] = below;
            index = child;
        }
        heap[index] = timer;
    }
}
