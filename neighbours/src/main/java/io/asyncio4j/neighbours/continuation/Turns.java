package io.asyncio4j.neighbours.continuation;

import java.util.ArrayDeque;
import jdk.internal.vm.Continuation;
import jdk.internal.vm.ContinuationScope;

/** Continuations that run on one thread, in the order in which they were made ready. */
final class Turns {
    private static final ContinuationScope SCOPE = new ContinuationScope("turns");

    private final ArrayDeque<Continuation> ready = new ArrayDeque<>();
    private Continuation running = continuation(() -> {});

    /** A continuation that nobody has made ready yet. */
    static Continuation continuation(Runnable body) {
        return new Continuation(SCOPE, body);
    }

    /** Suspends the continuation that runs, until somebody resumes it. */
    static void suspend() {
        if (!Continuation.yield(SCOPE)) {
            throw new AssertionError("a continuation could not be suspended");
        }
    }

    /** Makes a new continuation ready. */
    void start(Runnable body) {
        ready.add(continuation(body));
    }

    /** Makes a suspended one ready. */
    void resume(Continuation suspended) {
        ready.add(suspended);
    }

    /** The one that runs now. */
    Continuation running() {
        return running;
    }

    /** To the end of the queue with the one that runs. */
    void letOthersRun() {
        ready.add(running);
        suspend();
    }

    /** Runs all that are ready, and those they make ready, until none is. */
    void run() {
        for (Continuation next = ready.poll(); next != null; next = ready.poll()) {
            running = next;
            next.run();
        }
    }
}
