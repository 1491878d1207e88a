package io.asyncio4j.fibers;

/** What the fibers of a pool are for: the loop. */
public interface FiberWork {

    /**
     * What a fiber does each time it gets the baton.
     *
     * @param self the fiber, which calls this
     * @return whom the baton goes to next
     */
    Fiber round(Fiber self);

    /**
     * The stack of a fiber cannot be unmounted: it blocks its carrier thread until the baton comes back. Called by that
     * fiber without the baton; must be quick.
     *
     * @param fiber the fiber
     */
    void tooDeep(Fiber fiber);
}
