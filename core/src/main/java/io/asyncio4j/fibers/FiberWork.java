package io.asyncio4j.fibers;

/** What the fibers of a pool are for: the loop. */
public interface FiberWork {

    /**
     * What a new fiber's thread is to be known by.
     *
     * @return a new mark
     */
    Thread.UncaughtExceptionHandler newMark();

    /**
     * What a fiber does with the baton while nothing lives on it.
     *
     * @param self the fiber, which calls this and holds the baton
     * @return true if there is something now that is to {@link #live} on the fiber, false if the fiber is to hand the baton
     *     to the {@link #heir}
     */
    boolean findLife(Fiber self);

    /**
     * Runs what {@link #findLife} has found. In the meantime the baton may have been elsewhere.
     *
     * @param self the fiber, which calls this and holds the baton
     */
    void live(Fiber self);

    /**
     * Whom the baton goes to after {@link #findLife} has returned false. Called once each time.
     *
     * @return the fiber
     */
    Fiber heir();

    /**
     * The stack of a fiber cannot be unmounted: the fiber is {@linkplain Fiber#isBlocked blocked} until the baton comes back.
     * Called by that fiber without the baton, on a stack that may be nearly used up.
     */
    void tooDeep();
}
