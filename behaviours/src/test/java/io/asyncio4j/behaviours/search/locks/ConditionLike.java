package io.asyncio4j.behaviours.search.locks;

import io.asyncio4j.locks.Condition;
import java.util.function.BooleanSupplier;

/** What a condition is to a scenario: the real one, or a broken twin. */
interface ConditionLike {

    boolean acquire();

    void release();

    boolean locked();

    void await();

    void awaitFor(BooleanSupplier predicate);

    void signal();

    /** A new {@link Condition}. */
    static ConditionLike real() {
        return new Real(new Condition());
    }

    /** Passes all on. */
    record Real(Condition condition) implements ConditionLike {
        @Override
        public boolean acquire() {
            return condition.acquire();
        }

        @Override
        public void release() {
            condition.release();
        }

        @Override
        public boolean locked() {
            return condition.locked();
        }

        @Override
        public void await() {
            condition.await();
        }

        @Override
        public void awaitFor(BooleanSupplier predicate) {
            condition.awaitFor(predicate);
        }

        @Override
        public void signal() {
            condition.signal();
        }
    }
}
