package io.asyncio4j.behaviours.search.waits;

import io.asyncio4j.ReturnWhen;
import io.asyncio4j.Task;
import io.asyncio4j.Wait;
import java.time.Duration;
import java.util.List;

/** What {@code wait} is: waits for tasks, which it leaves alone, and says which of them are done. */
@FunctionalInterface
interface Waiter {

    Wait<Task<String>> of(List<Task<String>> tasks, Duration timeout, ReturnWhen returnWhen) throws Exception;
}
