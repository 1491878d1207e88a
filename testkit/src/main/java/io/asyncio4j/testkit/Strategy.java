package io.asyncio4j.testkit;

import java.util.List;

/** Where an exploration goes: picks one of several ready steps. */
interface Strategy {

    /** Always the first: asyncio's order. */
    Strategy FIRST = new Strategy() {
        @Override
        public int choose(List<?> ready) {
            return 0;
        }

        @Override
        public String toString() {
            return "asyncio's order";
        }
    };

    /**
     * The index of one.
     *
     * @param ready two or more tasks, or one callback among them
     */
    int choose(List<?> ready);

    /** This one had been chosen over an older one for too long: the other went first, for all programs count on that. */
    default void overruled(Object chosen) {}
}
