package io.asyncio4j.behaviours.search.scopes;

import io.asyncio4j.Coroutine;
import java.util.List;

/** What {@code race} and {@code firstCompleted} are: of several coroutines one gives the result. */
@FunctionalInterface
interface Racing {

    String of(List<Coroutine<String>> coroutines) throws Exception;
}
