package io.asyncio4j.behaviours.search.scopes;

import io.asyncio4j.VoidCoroutine;
import java.time.Duration;

/** What {@code moveOnAfter} is: runs a body, which is cut short when the time is over. */
@FunctionalInterface
interface MovingOn {

    /** Returns whether the body has ended by itself. */
    boolean run(Duration time, VoidCoroutine body) throws Exception;
}
