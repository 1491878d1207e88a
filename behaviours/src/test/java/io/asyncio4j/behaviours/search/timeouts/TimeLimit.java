package io.asyncio4j.behaviours.search.timeouts;

import io.asyncio4j.VoidCoroutine;
import java.time.Duration;

/** What {@code timeout} and {@code waitFor} are: runs a body, which is cancelled when the time is over. */
@FunctionalInterface
interface TimeLimit {

    /** Throws {@link java.util.concurrent.TimeoutException} when the time is over, else what the body throws. */
    void run(VoidCoroutine body, Duration time) throws Exception;
}
