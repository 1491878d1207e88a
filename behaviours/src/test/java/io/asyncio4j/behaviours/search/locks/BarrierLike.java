package io.asyncio4j.behaviours.search.locks;

import io.asyncio4j.locks.Barrier;

/** What a barrier is to a scenario: the real one, or a broken twin. */
interface BarrierLike {

    int await();

    void abort();

    void reset();

    int waiting();

    /** A new {@link Barrier}. */
    static BarrierLike real(int parties) {
        return new Real(new Barrier(parties));
    }

    /** Passes all on. */
    record Real(Barrier barrier) implements BarrierLike {
        @Override
        public int await() {
            return barrier.await();
        }

        @Override
        public void abort() {
            barrier.abort();
        }

        @Override
        public void reset() {
            barrier.reset();
        }

        @Override
        public int waiting() {
            return barrier.waiting();
        }
    }
}
