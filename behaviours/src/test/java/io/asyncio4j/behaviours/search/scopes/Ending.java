package io.asyncio4j.behaviours.search.scopes;

import io.asyncio4j.CancelOutcome;
import io.asyncio4j.Task;

/** What {@code cancelAndWait} is: asks a task to end, and waits until it has. */
@FunctionalInterface
interface Ending {

    CancelOutcome of(Task<?> task) throws Exception;
}
