package io.asyncio4j.behaviours.search.locks;

import io.asyncio4j.locks.BoundedSemaphore;
import io.asyncio4j.locks.Semaphore;

/** What a semaphore is to a scenario: a real one, or a broken twin. */
interface SemaphoreLike {

    boolean acquire();

    void release();

    boolean locked();

    /** A new {@link Semaphore}. */
    static SemaphoreLike real(int permits) {
        return new Real(new Semaphore(permits));
    }

    /** A new {@link BoundedSemaphore}. */
    static SemaphoreLike realBounded(int permits) {
        return new Real(new BoundedSemaphore(permits));
    }

    /** Passes all on. */
    record Real(Semaphore semaphore) implements SemaphoreLike {
        @Override
        public boolean acquire() {
            return semaphore.acquire();
        }

        @Override
        public void release() {
            semaphore.release();
        }

        @Override
        public boolean locked() {
            return semaphore.locked();
        }
    }
}
