package io.asyncio4j.behaviours.search.waits;

import io.asyncio4j.Coroutine;
import io.asyncio4j.Task;
import java.util.List;

/** What {@code asCompleted} is: as many coroutines as tasks, each of which waits for the next result. */
@FunctionalInterface
interface Completion {

    Iterable<Coroutine<String>> of(List<Task<String>> tasks);
}
