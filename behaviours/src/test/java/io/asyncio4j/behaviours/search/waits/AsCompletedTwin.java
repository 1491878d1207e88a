package io.asyncio4j.behaviours.search.waits;

import static io.asyncio4j.Asyncio.getRunningLoop;

import io.asyncio4j.CancelledError;
import io.asyncio4j.Coroutine;
import io.asyncio4j.Future;
import io.asyncio4j.Task;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Results in the order in which they come, as asyncio's, but for the defect. Serves one list of tasks. */
final class AsCompletedTwin implements Completion {

    /** What is wrong with it. */
    enum Defect {
        /** Nothing. */
        NONE,
        /** Who was woken takes for granted that what it was woken for is still there. */
        TRUSTS_THE_WAKE_UP,
        /** Who is cancelled when it was woken already does not wake the next in line. */
        KEEPS_THE_WAKE_UP,
        /** The place of the result to take is read before the wait, and moved after it. */
        READS_ITS_PLACE_TOO_EARLY
    }

    private final Defect defect;
    private final List<Future<String>> arrivals = new ArrayList<>();
    private final Deque<Future<Object>> waiters = new ArrayDeque<>();
    private int takenCount;

    AsCompletedTwin(Defect defect) {
        this.defect = defect;
    }

    @Override
    public Iterable<Coroutine<String>> of(List<Task<String>> tasks) {
        List<Coroutine<String>> all = new ArrayList<>();
        for (Task<String> task : tasks) {
            task.addDoneCallback(done -> {
                arrivals.add(done);
                wakeNext();
            });
            all.add(this::takeOne);
        }
        return all;
    }

    private String takeOne() throws Exception {
        int place = takenCount;
        boolean woken = false;
        while (isNothingThere() && !(woken && defect == Defect.TRUSTS_THE_WAKE_UP)) {
            awaitArrival();
            woken = true;
        }
        takenCount++;
        return arrivals.get(defect == Defect.READS_ITS_PLACE_TOO_EARLY ? place : takenCount - 1)
                .result();
    }

    private boolean isNothingThere() {
        return takenCount >= arrivals.size();
    }

    private void awaitArrival() throws Exception {
        Future<Object> waiter = getRunningLoop().createFuture();
        waiters.add(waiter);
        try {
            waiter.await();
        } catch (CancelledError error) {
            waiters.remove(waiter);
            if (!waiter.cancelled() && !isNothingThere() && defect != Defect.KEEPS_THE_WAKE_UP) {
                wakeNext();
            }
            throw error;
        }
    }

    private void wakeNext() {
        for (Future<Object> next = waiters.poll(); next != null; next = waiters.poll()) {
            if (!next.done()) {
                next.setResult("something is there");
                return;
            }
        }
    }
}
