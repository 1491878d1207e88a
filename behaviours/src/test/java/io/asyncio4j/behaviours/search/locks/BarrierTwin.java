package io.asyncio4j.behaviours.search.locks;

import io.asyncio4j.locks.BrokenBarrierException;
import io.asyncio4j.locks.Condition;

/** A barrier as asyncio's, but for its defect. Its condition is sound. */
final class BarrierTwin implements BarrierLike {

    /** What is wrong with the barrier. */
    enum Defect {
        /** Nothing. */
        NONE,
        /** Who comes again does not wait until those of the last round have left. */
        DOES_NOT_DRAIN,
        /** Who is cancelled while the others are awaited goes on being counted. */
        CANCELLED_STILL_COUNTS,
        /** Who is cancelled when all have come, or after a reset, is waited for to leave. */
        CANCELLED_DOES_NOT_LEAVE,
        /** Who comes to a barrier that is broken waits for the others. */
        NEWCOMER_DOES_NOT_SEE_THE_BREAK
    }

    /** As that of the real one. */
    private enum State {
        FILLING,
        DRAINING,
        RESETTING,
        BROKEN
    }

    private final Defect defect;
    private final Condition changed = new Condition();
    private final int parties;
    private State state = State.FILLING;
    private int count;

    BarrierTwin(int parties, Defect defect) {
        this.parties = parties;
        this.defect = defect;
    }

    @Override
    public int await() {
        changed.acquire();
        try {
            awaitEntry();
            int index = count++;
            boolean passed = false;
            try {
                if (index + 1 == parties) {
                    state = State.DRAINING;
                    changed.signalAll();
                } else {
                    awaitOthers();
                }
                passed = true;
                return index;
            } catch (BrokenBarrierException broken) {
                passed = true;
                throw broken;
            } finally {
                if (passed || !staysIfCancelled()) {
                    leave();
                }
            }
        } finally {
            changed.release();
        }
    }

    private void awaitEntry() {
        changed.awaitFor(
                () -> (state != State.DRAINING || defect == Defect.DOES_NOT_DRAIN) && state != State.RESETTING);
        if (state == State.BROKEN && defect != Defect.NEWCOMER_DOES_NOT_SEE_THE_BREAK) {
            throw new BrokenBarrierException("broken");
        }
    }

    private void awaitOthers() {
        State before = state;
        changed.awaitFor(() -> state != State.FILLING && (state != State.BROKEN || before != State.BROKEN));
        if (state == State.BROKEN || state == State.RESETTING) {
            throw new BrokenBarrierException("broken or reset meanwhile");
        }
    }

    private boolean staysIfCancelled() {
        return defect == (state == State.FILLING ? Defect.CANCELLED_STILL_COUNTS : Defect.CANCELLED_DOES_NOT_LEAVE);
    }

    private void leave() {
        count--;
        if (count == 0) {
            if (state == State.RESETTING || state == State.DRAINING) {
                state = State.FILLING;
            }
            changed.signalAll();
        }
    }

    @Override
    public void reset() {
        changeTo(count > 0 ? State.RESETTING : State.FILLING);
    }

    @Override
    public void abort() {
        changeTo(State.BROKEN);
    }

    private void changeTo(State next) {
        changed.acquire();
        try {
            state = next;
            changed.signalAll();
        } finally {
            changed.release();
        }
    }

    @Override
    public int waiting() {
        return state == State.FILLING ? count : 0;
    }
}
