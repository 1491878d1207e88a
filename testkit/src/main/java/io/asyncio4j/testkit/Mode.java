package io.asyncio4j.testkit;

import io.asyncio4j.Asyncio;
import io.asyncio4j.Coroutine;
import io.asyncio4j.EventLoop;
import io.asyncio4j.VoidCoroutine;
import org.jspecify.annotations.Nullable;

/** The two ways in which a loop starts its tasks. See {@link LazyAndEager}. */
public enum Mode {
    /** A new task's first step is scheduled, as asyncio does by itself. */
    LAZY,
    /** A new task's first step runs inside the call that creates it: the loop has the eager task factory. */
    EAGER;

    /**
     * A new loop that starts its tasks this way. The caller closes it.
     *
     * @return the loop; on virtual time where {@link VirtualTime} or {@link VirtualClock#within} is in force
     */
    public EventLoop newEventLoop() {
        EventLoop loop = new EventLoop();
        if (this == EAGER) {
            loop.setTaskFactory(Asyncio.eagerTaskFactory());
        }
        return loop;
    }

    /**
     * Runs a coroutine as {@code Asyncio.run} does, on a new loop that starts its tasks this way.
     *
     * @param <T> what the coroutine returns
     * @param main the coroutine
     * @return what it returned
     * @throws Exception what it threw
     */
    public <T extends @Nullable Object> T run(Coroutine<T> main) throws Exception {
        return Asyncio.run(main, this::newEventLoop);
    }

    /**
     * The same for a coroutine that returns nothing.
     *
     * @param main the coroutine
     * @throws Exception what it threw
     */
    public void run(VoidCoroutine main) throws Exception {
        Asyncio.run(main, this::newEventLoop);
    }
}
