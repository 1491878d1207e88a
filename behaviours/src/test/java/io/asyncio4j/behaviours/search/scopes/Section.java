package io.asyncio4j.behaviours.search.scopes;

import io.asyncio4j.VoidCoroutine;
import java.time.Duration;

/** What {@code shielded} is: runs a body that a cancellation does not interrupt before a time is over. */
@FunctionalInterface
interface Section {

    void run(Duration limit, VoidCoroutine body) throws Exception;
}
