package io.asyncio4j.behaviours.search.tokens;

import io.asyncio4j.Task;
import io.asyncio4j.cancellation.CancellationToken;
import java.util.List;

/** What {@code whenAll} and {@code whenAny} are: wait for tasks, which they leave alone, and for a token. */
@FunctionalInterface
interface JointWaiter {

    /** All results, or that of the first alone. */
    List<String> of(CancellationToken token, List<Task<String>> tasks) throws Exception;
}
