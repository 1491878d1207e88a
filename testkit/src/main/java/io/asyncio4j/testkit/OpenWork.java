package io.asyncio4j.testkit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What a loop has given to other threads and not got back, each piece with the place where that was. Any thread. */
final class OpenWork {

    /** Not an error: its stack is where the work was given away. */
    record Piece(Object work, long number, Throwable origin) {}

    private final IdentityHashMap<Object, Piece> pieces = new IdentityHashMap<>();
    private long begun;

    synchronized void began(Object work) {
        pieces.put(work, new Piece(work, begun++, new Throwable("begun here")));
    }

    synchronized void ended(Object work) {
        pieces.remove(work);
        notifyAll();
    }

    /** Waits until this work has come back, the nanoseconds are over, or the thread is interrupted; false if it is still out. */
    synchronized boolean awaitEnd(Object work, long nanos) throws InterruptedException {
        long end = System.nanoTime() + nanos;
        while (pieces.containsKey(work)) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        return true;
    }

    synchronized boolean isEmpty() {
        return pieces.isEmpty();
    }

    /** A copy, in the order in which the work was given away. */
    synchronized List<Piece> pieces() {
        List<Piece> open = new ArrayList<>(pieces.values());
        open.sort(Comparator.comparingLong(Piece::number));
        return open;
    }
}
