package io.asyncio4j.testkit;

/**
 * A loop on a {@linkplain VirtualClock#detectingDeadlock() deadlock-detecting clock} would wait without end: every task
 * waits for something that nobody will ever do.
 */
public final class DeadlockException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    DeadlockException() {
        super("deadlock: every task waits for something that nobody will ever do (nothing is ready to run, no timer is"
                + " pending, and no other thread holds the clock)");
    }
}
