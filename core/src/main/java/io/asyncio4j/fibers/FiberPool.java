package io.asyncio4j.fibers;

import java.util.ArrayDeque;

/**
 * The fibers of one loop: takes idle ones up again, makes new ones, lets go of more idle ones than it keeps.
 * Touched only by the baton's holder.
 */
public final class FiberPool {
    /** How many idle fibers are kept; after a burst, all above this end. */
    static final int MOST_IDLE = 1024;

    // Fixed.
    private final FiberWork work;

    // Only the baton's holder.
    private final Thread.Builder threads = Thread.ofVirtual().name("asyncio4j-fiber");
    private final ArrayDeque<Fiber> idle = new ArrayDeque<>();
    private boolean closed;

    /**
     * A pool without fibers.
     *
     * @param work what its fibers do
     */
    public FiberPool(FiberWork work) {
        this.work = work;
    }

    FiberWork work() {
        return work;
    }

    /**
     * An idle fiber, or a new one. Whoever takes it transfers to it next.
     *
     * @return a fiber that looks for something to do when it gets the baton
     */
    public Fiber take() {
        Fiber fiber = idle.pollLast();
        return fiber != null ? fiber : new Fiber(this);
    }

    /** Ends all idle fibers, and from now on each fiber that has nothing more to do. */
    public void close() {
        closed = true;
        for (Fiber fiber = idle.pollLast(); fiber != null; fiber = idle.pollLast()) {
            fiber.retire();
        }
    }

    Thread newThread(Runnable life) {
        return threads.unstarted(life);
    }

    /** Takes a fiber in that has nothing more to do; false if it is to end. */
    boolean keep(Fiber fiber) {
        boolean room = !closed && idle.size() < MOST_IDLE;
        if (room) {
            idle.addLast(fiber);
        }
        return room;
    }
}
