package io.asyncio4j.behaviours.search.locks;

import io.asyncio4j.locks.Event;

/** What an event is to a scenario: the real one, or a broken twin. */
interface EventLike {

    boolean isSet();

    void set();

    void clear();

    void await();

    /** Whether somebody stands in line. */
    boolean awaited();

    /** A new {@link Event}. */
    static EventLike real() {
        return new Real(new Event());
    }

    /** Passes all on. */
    record Real(Event event) implements EventLike {
        @Override
        public boolean isSet() {
            return event.isSet();
        }

        @Override
        public void set() {
            event.set();
        }

        @Override
        public void clear() {
            event.clear();
        }

        @Override
        public void await() {
            event.await();
        }

        @Override
        public boolean awaited() {
            return event.toString().contains("waiters");
        }
    }
}
