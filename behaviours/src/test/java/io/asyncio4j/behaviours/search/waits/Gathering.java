package io.asyncio4j.behaviours.search.waits;

import io.asyncio4j.Future;
import java.util.List;

/** What {@code gather}, awaited, is: waits for the results of many. */
@FunctionalInterface
interface Gathering {

    List<String> of(List<? extends Future<String>> children) throws Exception;
}
