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
     * The stack of a fiber cannot be unmounted: the fiber is {@linkplain Fiber#isBlocked blocked} until the baton comes back.
     * Called by that fiber without the baton, on a stack that may be nearly used up.
     */
    void tooDeep();
}
