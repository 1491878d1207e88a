package io.asyncio4j.behaviours.search.locks;

import io.asyncio4j.CancelledError;
import io.asyncio4j.Future;
import io.asyncio4j.behaviours.search.workers.TwinLine;

/** A bounded semaphore as asyncio's, but for its defect. */
final class SemaphoreTwin implements SemaphoreLike {

    /** What is wrong with the semaphore. */
    enum Defect {
        /** Nothing. */
        NONE,
        /** Who is cancelled when a permit was just given to it does not give it back. */
        CANCELLED_KEEPS_THE_PERMIT,
        /** Who is cancelled gives a permit back, also if there was none for it yet. */
        CANCELLED_GIVES_BACK_WHAT_IT_HAS_NOT,
        /** A release wakes somebody only if there was no permit, not if there is one that was promised to another. */
        WAKES_FOR_THE_FIRST_PERMIT_ONLY,
        /** A newcomer takes a permit that is promised to another, and who was promised it takes one too. */
        NEWCOMER_TAKES_ONE_TOO,
        /** A newcomer takes a permit promised to another, who joins the line again, as once in CPython (gh-90155). */
        NEWCOMER_OVERTAKES,
        /** Who waits counts as one that has a permit to give back, and who is cancelled does not cease to. */
        CANCELLED_MAY_RELEASE
    }

    private final Defect defect;
    private final TwinLine line = new TwinLine();
    private int value;
    private int releasable;

    SemaphoreTwin(int permits, Defect defect) {
        this.value = permits;
        this.defect = defect;
    }

    @Override
    public boolean locked() {
        boolean pushes = defect == Defect.NEWCOMER_TAKES_ONE_TOO || defect == Defect.NEWCOMER_OVERTAKES;
        return value <= 0 || (!pushes && !line.allCancelled());
    }

    @Override
    public boolean acquire() {
        releasable++;
        if (!locked()) {
            value--;
            return true;
        }
        do {
            awaitTurn();
        } while (defect == Defect.NEWCOMER_OVERTAKES && value <= 0);
        if (takesWhenItRuns()) {
            value--;
        }
        return true;
    }

    /** Not when it is woken: that is where these defects come from. */
    private boolean takesWhenItRuns() {
        return switch (defect) {
            case NEWCOMER_TAKES_ONE_TOO, NEWCOMER_OVERTAKES, WAKES_FOR_THE_FIRST_PERMIT_ONLY -> true;
            default -> false;
        };
    }

    private void awaitTurn() {
        Future<Object> waiter = line.join();
        try {
            line.await(waiter);
        } catch (CancelledError cancelled) {
            if (defect != Defect.CANCELLED_MAY_RELEASE) {
                releasable--;
            }
            boolean woken = TwinLine.woken(waiter) && defect != Defect.CANCELLED_KEEPS_THE_PERMIT;
            if (!takesWhenItRuns() && (woken || defect == Defect.CANCELLED_GIVES_BACK_WHAT_IT_HAS_NOT)) {
                value++;
            }
            throw cancelled;
        } finally {
            while (!takesWhenItRuns() && value > 0 && wakeNext()) {}
        }
    }

    @Override
    public void release() {
        if (releasable == 0) {
            throw new IllegalArgumentException("all permits are there");
        }
        releasable--;
        value++;
        if (defect != Defect.WAKES_FOR_THE_FIRST_PERMIT_ONLY || value == 1) {
            wakeNext();
        }
    }

    private boolean wakeNext() {
        if (!line.wakeNext()) {
            return false;
        }
        if (!takesWhenItRuns()) {
            value--;
        }
        return true;
    }
}
