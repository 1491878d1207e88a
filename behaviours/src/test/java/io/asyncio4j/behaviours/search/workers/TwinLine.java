package io.asyncio4j.behaviours.search.workers;

import static io.asyncio4j.Asyncio.getRunningLoop;

import io.asyncio4j.Future;
import java.util.ArrayList;
import java.util.List;

/**
 * The line in which tasks wait for a broken twin. It is sound; what is broken is what the twins make of it. Who was
 * woken or cancelled stands in it until it runs.
 */
public final class TwinLine {
    private final List<Future<Object>> waiters = new ArrayList<>();

    /** A place at the end. */
    public Future<Object> join() {
        Future<Object> waiter = getRunningLoop().createFuture();
        waiters.add(waiter);
        return waiter;
    }

    /** Waits in that place, and leaves it. */
    public void await(Future<Object> waiter) {
        try {
            waiter.await();
        } catch (RuntimeException | Error stopped) {
            throw stopped;
        } catch (Exception impossible) {
            throw new AssertionError("nobody fails a waiter's future", impossible);
        } finally {
            waiters.remove(waiter);
        }
    }

    /** Whether that one was woken, even if it was cancelled after that. */
    public static boolean woken(Future<Object> waiter) {
        return waiter.done() && !waiter.cancelled();
    }

    /** Whether nobody waits who has not been cancelled. */
    public boolean allCancelled() {
        return waiters.stream().allMatch(Future::cancelled);
    }

    /** Wakes the head of the line. Returns false where it is woken or cancelled already. */
    public boolean wakeFirst() {
        if (waiters.isEmpty() || waiters.getFirst().done()) {
            return false;
        }
        waiters.getFirst().setResult("woken");
        return true;
    }

    /** Wakes the first who is neither woken nor cancelled. Returns false where there is none. */
    public boolean wakeNext() {
        for (Future<Object> waiter : waiters) {
            if (!waiter.done()) {
                waiter.setResult("woken");
                return true;
            }
        }
        return false;
    }

    /** Wakes all. */
    public void wakeAll() {
        while (wakeNext()) {}
    }
}
