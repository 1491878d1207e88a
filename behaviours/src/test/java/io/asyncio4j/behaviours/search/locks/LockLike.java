package io.asyncio4j.behaviours.search.locks;

import io.asyncio4j.locks.Lock;

/** What a lock is to a scenario: the real one, or a broken twin. */
interface LockLike {

    boolean acquire();

    void release();

    boolean locked();

    /** A new {@link Lock}. */
    static LockLike real() {
        return new Real(new Lock());
    }

    /** Passes all on. */
    record Real(Lock lock) implements LockLike {
        @Override
        public boolean acquire() {
            return lock.acquire();
        }

        @Override
        public void release() {
            lock.release();
        }

        @Override
        public boolean locked() {
            return lock.locked();
        }
    }
}
