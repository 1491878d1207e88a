package io.asyncio4j.behaviours.search.locks;

import io.asyncio4j.CancelledError;
import io.asyncio4j.Future;
import io.asyncio4j.behaviours.search.workers.TwinLine;

/** A lock as asyncio's, but for its defect. */
final class LockTwin implements LockLike {

    /** What is wrong with the lock. */
    enum Defect {
        /** Nothing. */
        NONE,
        /** Who is cancelled when the lock was just given to it wakes nobody else, as once in CPython (bpo-27585). */
        CANCELLED_KEEPS_THE_WAKE_UP,
        /** Who is cancelled when the lock was just given to it locks it all the same. */
        CANCELLED_KEEPS_THE_LOCK,
        /** A newcomer takes a lock that is free but promised, and who was promised it takes it too (bpo-32734). */
        NEWCOMER_TAKES_IT_TOO,
        /** A newcomer takes a lock that is free but promised, and who was promised it joins the line again. */
        NEWCOMER_OVERTAKES
    }

    private final Defect defect;
    private final TwinLine line = new TwinLine();
    private boolean locked;

    LockTwin(Defect defect) {
        this.defect = defect;
    }

    @Override
    public boolean acquire() {
        boolean pushes = defect == Defect.NEWCOMER_TAKES_IT_TOO || defect == Defect.NEWCOMER_OVERTAKES;
        if (!locked && (pushes || line.allCancelled())) {
            locked = true;
            return true;
        }
        do {
            awaitTurn();
        } while (locked && defect == Defect.NEWCOMER_OVERTAKES);
        locked = true;
        return true;
    }

    private void awaitTurn() {
        Future<Object> waiter = line.join();
        try {
            line.await(waiter);
        } catch (CancelledError cancelled) {
            if (defect == Defect.CANCELLED_KEEPS_THE_LOCK && TwinLine.woken(waiter)) {
                locked = true;
            }
            if (defect != Defect.CANCELLED_KEEPS_THE_WAKE_UP && !locked) {
                line.wakeFirst();
            }
            throw cancelled;
        }
    }

    @Override
    public void release() {
        if (!locked) {
            throw new IllegalStateException("the lock is not acquired");
        }
        locked = false;
        line.wakeFirst();
    }

    @Override
    public boolean locked() {
        return locked;
    }
}
