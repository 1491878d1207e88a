package io.asyncio4j.fibers;

import java.util.ArrayDeque;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * The fibers of one loop: takes idle ones up again, makes new ones, lets go of more idle ones than it keeps.
 *
 * <p>A fiber's life is a round: it gets the baton, does the loop's work until there is nothing more for it to do, goes
 * among the idle, and hands the baton on. Touched only by the baton's holder.
 */
public final class FiberPool {
    /** How many idle fibers are kept; after a burst, all above this end. */
    static final int MOST_IDLE = 1024;

    private static final ThreadFactory THREADS =
            Thread.ofVirtual().name("asyncio4j-fiber").factory();

    // Fixed.
    private final UnaryOperator<Fiber> round;
    private final Consumer<Fiber> onTooDeep;

    // Only the baton's holder.
    private final ArrayDeque<Fiber> idle = new ArrayDeque<>();
    private boolean closed;

    /**
     * A pool without fibers.
     *
     * @param round what a fiber does each time it gets the baton, given itself; returns whom the baton goes to next
     * @param onTooDeep told by a fiber, without the baton, that its stack cannot be unmounted and its carrier is blocked until
     *     the baton comes back; must be quick
     */
    public FiberPool(UnaryOperator<Fiber> round, Consumer<Fiber> onTooDeep) {
        this.round = round;
        this.onTooDeep = onTooDeep;
    }

    Consumer<Fiber> onTooDeep() {
        return onTooDeep;
    }

    /**
     * An idle fiber, or a new one. Whoever takes it transfers to it next.
     *
     * @return a fiber that begins a round when it gets the baton
     */
    public Fiber take() {
        Fiber fiber = idle.pollLast();
        return fiber != null ? fiber : new Fiber(this);
    }

    /**
     * How many fibers wait for work.
     *
     * @return the number
     */
    public int idle() {
        return idle.size();
    }

    /** Ends all idle fibers, and from now on each fiber at the end of its round. */
    public void close() {
        closed = true;
        for (Fiber fiber = idle.pollLast(); fiber != null; fiber = idle.pollLast()) {
            fiber.retire();
        }
    }

    Thread newThread(Runnable life) {
        return THREADS.newThread(life);
    }

    void live(Fiber fiber) {
        fiber.awaitBaton();
        while (!fiber.isRetired()) {
            Fiber next = round.apply(fiber);
            boolean kept = !closed && idle.size() < MOST_IDLE;
            if (kept) {
                idle.addLast(fiber);
            }
            // from here on somebody else may hold the baton, and even have taken this fiber out again
            next.give();
            if (!kept) {
                return;
            }
            fiber.awaitBaton();
        }
    }
}
