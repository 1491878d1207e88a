package io.asyncio4j.behaviours.search.queues;

import io.asyncio4j.CancelledError;
import io.asyncio4j.Future;
import io.asyncio4j.behaviours.search.workers.TwinLine;
import io.asyncio4j.locks.Event;
import io.asyncio4j.queues.QueueShutDownException;
import java.util.ArrayList;
import java.util.List;

/** A queue as asyncio's, but for its defect. */
final class QueueTwin implements QueueLike {

    /** What is wrong with the queue. */
    enum Defect {
        /** Nothing. */
        NONE,
        /** Who is woken gets the item for which it was woken, also if it is another one's turn when it runs. */
        HANDS_ITEMS_OVER,
        /** The same, and the item is lost with who is cancelled then, as once in CPython (bpo-23812). */
        CANCELLED_LOSES_THE_ITEM,
        /** Who waits for an item and is cancelled when just woken wakes nobody else. */
        CANCELLED_GETTER_KEEPS_THE_WAKE_UP,
        /** Who waits for room and is cancelled when just woken wakes nobody else. */
        CANCELLED_PUTTER_KEEPS_THE_WAKE_UP,
        /** Who was woken for room does not look whether it is still there. */
        PUTS_WITHOUT_LOOKING_AGAIN,
        /** Who was woken for an item does not look whether it is still there. */
        GETS_WITHOUT_LOOKING_AGAIN,
        /** Takes all for done as soon as the queue is empty. */
        JOIN_WAITS_UNTIL_EMPTY,
        /** A shutdown wakes those only who wait for an item. */
        SHUTDOWN_FORGETS_PUTTERS,
        /** A shutdown that throws items away does not count them as done. */
        SHUTDOWN_LEAVES_ITEMS_UNDONE
    }

    private final Defect defect;
    private final Discipline discipline;
    private final int maxsize;
    private final List<Integer> items = new ArrayList<>();
    private final List<Integer> handedOver = new ArrayList<>();
    private final TwinLine getters = new TwinLine();
    private final TwinLine putters = new TwinLine();
    private final Event finished = new Event();
    private int unfinished;
    private boolean shutDown;

    QueueTwin(int maxsize, Discipline discipline, Defect defect) {
        this.maxsize = maxsize;
        this.discipline = discipline;
        this.defect = defect;
        finished.set();
    }

    private boolean handsOver() {
        return defect == Defect.HANDS_ITEMS_OVER || defect == Defect.CANCELLED_LOSES_THE_ITEM;
    }

    private boolean full() {
        return qsize() >= maxsize;
    }

    @Override
    public int qsize() {
        return items.size();
    }

    @Override
    public int maxsize() {
        return maxsize;
    }

    @Override
    public void put(Integer item) {
        boolean looks = true;
        while (looks && full()) {
            ensureOpen();
            awaitRoom();
            looks = defect != Defect.PUTS_WITHOUT_LOOKING_AGAIN;
        }
        ensureOpen();
        unfinished++;
        finished.clear();
        add(item);
    }

    private void add(Integer item) {
        if (getters.wakeNext() && handsOver()) {
            handedOver.add(item);
        } else {
            items.add(item);
        }
    }

    private void awaitRoom() {
        Future<Object> place = putters.join();
        try {
            putters.await(place);
        } catch (CancelledError cancelled) {
            if (TwinLine.woken(place) && !full() && defect != Defect.CANCELLED_PUTTER_KEEPS_THE_WAKE_UP) {
                putters.wakeNext();
            }
            throw cancelled;
        }
    }

    @Override
    public Integer get() {
        boolean looks = true;
        while (looks && items.isEmpty()) {
            ensureOpen();
            awaitItem();
            if (handsOver() && !handedOver.isEmpty()) {
                return handedOver.removeFirst();
            }
            looks = defect != Defect.GETS_WITHOUT_LOOKING_AGAIN || shutDown;
        }
        Integer item = discipline.next(items);
        items.remove(item);
        if (items.isEmpty() && defect == Defect.JOIN_WAITS_UNTIL_EMPTY) {
            finished.set();
        }
        putters.wakeNext();
        return item;
    }

    private void awaitItem() {
        Future<Object> place = getters.join();
        try {
            getters.await(place);
        } catch (CancelledError cancelled) {
            if (TwinLine.woken(place)) {
                passOn();
            }
            throw cancelled;
        }
    }

    /** What a getter was woken for that is cancelled now. */
    private void passOn() {
        if (handsOver()) {
            if (!handedOver.isEmpty()) {
                Integer item = handedOver.removeFirst();
                if (defect != Defect.CANCELLED_LOSES_THE_ITEM) {
                    add(item);
                }
            }
        } else if (!items.isEmpty() && defect != Defect.CANCELLED_GETTER_KEEPS_THE_WAKE_UP) {
            getters.wakeNext();
        }
    }

    private void ensureOpen() {
        if (shutDown) {
            throw new QueueShutDownException("shut down");
        }
    }

    @Override
    public void taskDone() {
        unfinished--;
        if (unfinished == 0) {
            finished.set();
        }
    }

    @Override
    public void join() {
        finished.await();
    }

    @Override
    public void shutdown(boolean immediate) {
        shutDown = true;
        if (immediate) {
            if (defect != Defect.SHUTDOWN_LEAVES_ITEMS_UNDONE) {
                unfinished -= items.size();
            }
            items.clear();
            if (unfinished == 0) {
                finished.set();
            }
        }
        getters.wakeAll();
        if (defect != Defect.SHUTDOWN_FORGETS_PUTTERS) {
            putters.wakeAll();
        }
    }
}
