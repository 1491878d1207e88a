package io.asyncio4j;

import io.asyncio4j.ReadyEntry.Instead;
import io.asyncio4j.lowlevel.Poller;
import io.asyncio4j.lowlevel.StepOrder;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * One loop's turns: what is ready, what is due, what came from other threads.
 *
 * <p>A turn begins when the entries of the last one are used up: other threads' calls and due timers join the queue, and
 * what is in it then is the new turn. If there is nothing, the calling thread waits in the poller.
 */
final class Turns {
    // Fixed.
    private final EventLoop loop;
    private final Poller poller;
    private final @Nullable StepOrder order;

    // Any thread.
    private final Queue<Handle> inbox = new ConcurrentLinkedQueue<>();

    // The baton's holder only.
    private final ReadyQueue ready = new ReadyQueue();
    final TimerQueue timers = new TimerQueue();
    private int leftInTurn;
    private boolean begun;
    private boolean stopping;

    Turns(EventLoop loop, Poller poller) {
        this.loop = loop;
        this.poller = poller;
        this.order = poller.stepOrder();
    }

    void add(ReadyEntry entry) {
        ready.add(entry);
    }

    /** From any thread but the loop's own. */
    void addFromElsewhere(Handle handle) {
        inbox.add(handle);
        if (loop.isClosed() && inbox.remove(handle)) {
            // closed since it was last asked
            handle.abandon();
        } else {
            poller.wakeup();
        }
    }

    /** The next entry of this turn or of the next one, or what to do instead. Throws what the poller throws. */
    ReadyEntry next() {
        if (order != null) {
            order.stepEnded();
        }
        while (true) {
            ReadyEntry entry = order == null ? nextOfTurn() : chosen(order);
            if (entry != null) {
                return entry;
            }
            if (begun && stopping) {
                return Instead.LEAVE;
            }
            if (ready.isEmpty() && !stopping && inbox.isEmpty()) {
                return Instead.WAIT;
            }
            beginNow();
        }
    }

    private @Nullable ReadyEntry nextOfTurn() {
        while (leftInTurn > 0) {
            leftInTurn--;
            ReadyEntry entry = ready.remove();
            if (!(entry instanceof Handle handle) || !handle.cancelled()) {
                return entry;
            }
        }
        return null;
    }

    /** An entry of this turn, or a task of a later one in its place. */
    private @Nullable ReadyEntry chosen(StepOrder by) {
        List<ReadyEntry> candidates = leftInTurn > 0 ? ready.candidates() : List.of();
        leftInTurn = Math.min(leftInTurn, ready.size());
        if (candidates.isEmpty()) {
            return null;
        }
        ReadyEntry entry = candidates.get(by.choose(candidates));
        ready.remove(entry);
        leftInTurn--;
        return entry;
    }

    /** Returns whether somebody else than the queue decides who is next. */
    boolean suspended(Task<?> task) {
        if (order == null) {
            return false;
        }
        order.suspended(task);
        return true;
    }

    /** Whether what becomes ready now is the first of the next turn. */
    boolean isOver() {
        return leftInTurn == 0 && ready.isEmpty() && !stopping && order == null;
    }

    /** Begins a turn, whether anything is ready for it or not. Throws what the poller throws. */
    void beginNow() {
        poller.pollNow();
        begin();
    }

    /** Waits until something is ready or may be, and begins a turn. */
    void await() {
        loop.reportGarbage();
        TimerHandle first = timers.first();
        if (!ready.isEmpty()) {
            poller.pollNow();
        } else if (first == null) {
            poller.pollForever();
        } else if (first.when() > poller.time()) {
            poller.pollUntil(first.when());
        } else {
            poller.pollNow();
        }
        begin();
    }

    private void begin() {
        begun = true;
        takeIn();
        timers.first();
        if (!timers.isEmpty()) {
            timers.moveDue(poller.time(), ready);
        }
        leftInTurn = ready.size();
    }

    /** Makes ready what came from other threads. */
    void takeIn() {
        for (Handle handle = inbox.poll(); handle != null; handle = inbox.poll()) {
            ready.add(handle);
        }
    }

    /** Lets next() return LEAVE when the turn is over; the next run's first turn, if none is under way. */
    void stop() {
        stopping = true;
    }

    /** What is left of this turn stays ready for the next run. */
    void leave() {
        leftInTurn = 0;
        begun = false;
    }

    void endOfRun() {
        stopping = false;
    }

    /** The loop is closed: nothing of this will be called. */
    void clear() {
        takeIn();
        ready.abandon();
        timers.clear();
    }
}
