package io.asyncio4j.neighbours.continuation;

import jdk.internal.vm.Continuation;

/** A continuation that waits for ever, unless it is cancelled. */
final class Waiting implements Runnable {
    private final Continuation continuation = Turns.continuation(this);
    private boolean cancelling;
    private boolean cancelled;

    /** Runs it until it waits. */
    void start() {
        continuation.run();
    }

    /** Wakes it with an exception, and runs it to its end. */
    void cancel() {
        cancelling = true;
        continuation.run();
    }

    /** Whether the exception has ended it. */
    boolean cancelled() {
        return cancelled;
    }

    @Override
    public void run() {
        try {
            waitForEver();
        } catch (Cancellation expected) {
            cancelled = true;
        }
    }

    private void waitForEver() {
        Turns.suspend();
        if (cancelling) {
            throw Cancellation.INSTANCE;
        }
    }

    /** One for all, without a stack trace: the cheapest there is. */
    private static final class Cancellation extends RuntimeException {
        private static final long serialVersionUID = 1;

        @SuppressWarnings("StaticAssignmentOfThrowable") // without a stack trace it is the same everywhere
        private static final Cancellation INSTANCE = new Cancellation();

        private Cancellation() {
            super(null, null, false, false);
        }
    }
}
