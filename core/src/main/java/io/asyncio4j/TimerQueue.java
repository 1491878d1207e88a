package io.asyncio4j;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The timers that are not due: a heap by deadline, then by creation. Touched only by the baton's holder.
 *
 * <p>A cancelled timer stays in the heap until it comes to the front, or until a sweep: when more than half of over a
 * hundred timers are cancelled, as in asyncio. So cancelling costs nothing at once, and what is cancelled cannot pile up.
 *
 * <p>Each place has four children, so that the heap is half as high as a binary one, and the deadlines stand in an array of
 * their own, so that comparing them does not touch the timers, which lie anywhere in memory.
 */
final class TimerQueue {
    private static final int SWEEP_ABOVE = 100;
    private static final int CHILDREN = 4;

    // Invariant: below size, heap[i] is a timer, deadlines[i] is its deadline, and no child is before its parent.
    private @Nullable TimerHandle[] heap = new @Nullable TimerHandle[16];
    private long[] deadlines = new long[16];
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
            deadlines = Arrays.copyOf(deadlines, size * 2);
        }
        size++;
        siftUp(size - 1, timer);
        timer.scheduled = true;
    }

    /** A timer in the queue was cancelled. */
    void noteCancelled() {
        cancelled++;
    }

    /** The timer that is due first, or null. */
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

    /** Moves what is due into the ready queue, by deadline. */
    void moveDue(long now, ReadyQueue ready) {
        while (size > 0 && deadlines[0] <= now) {
            TimerHandle timer = removeFirst();
            if (timer.cancelled()) {
                cancelled--;
            } else {
                ready.add(timer);
            }
        }
    }

    /** The timers with callbacks of the program that are not cancelled, by deadline. */
    List<TimerHandle> ofTheProgram() {
        return IntStream.range(0, size)
                .mapToObj(this::at)
                .filter(timer -> timer.isUsers() && !timer.cancelled())
                .sorted(Comparator.comparingLong(TimerHandle::when).thenComparingLong(timer -> timer.sequence))
                .toList();
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
                put(kept++, timer);
            }
        }
        Arrays.fill(heap, kept, size, null);
        size = kept;
        cancelled = 0;
        for (int index = (size - 2) / CHILDREN; index >= 0 && size > 1; index--) {
            siftDown(index, at(index));
        }
    }

    private void put(int index, TimerHandle timer) {
        heap[index] = timer;
        deadlines[index] = timer.when();
    }

    private void move(int from, int to) {
        heap[to] = heap[from];
        deadlines[to] = deadlines[from];
    }

    /** Whether the timer, which is due at the deadline, goes before the one in that place. */
    private boolean isBefore(long deadline, TimerHandle timer, int index) {
        long other = deadlines[index];
        return deadline != other ? deadline < other : timer.sequence < at(index).sequence;
    }

    private void siftUp(int from, TimerHandle timer) {
        long deadline = timer.when();
        int index = from;
        while (index > 0) {
            int parent = (index - 1) / CHILDREN;
            if (!isBefore(deadline, timer, parent)) {
                break;
            }
            move(parent, index);
            index = parent;
        }
        put(index, timer);
    }

    private void siftDown(int from, TimerHandle timer) {
        long deadline = timer.when();
        int index = from;
        for (int child = firstOfChildren(index); child >= 0; child = firstOfChildren(index)) {
            if (isBefore(deadline, timer, child)) {
                break;
            }
            move(child, index);
            index = child;
        }
        put(index, timer);
    }

    /** The child of a place that is due first, or -1 where there is none. */
    private int firstOfChildren(int index) {
        int first = CHILDREN * index + 1;
        if (first >= size) {
            return -1;
        }
        int end = Math.min(first + CHILDREN, size);
        for (int child = first + 1; child < end; child++) {
            if (isBefore(deadlines[child], at(child), first)) {
                first = child;
            }
        }
        return first;
    }
}
