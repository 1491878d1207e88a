package io.asyncio4j.behaviours.search.scopes;

import io.asyncio4j.Block;
import java.util.List;

/** What {@code map} and its like are: calls a function for each item, a limited number at a time. */
@FunctionalInterface
interface Mapping {

    List<String> of(int limit, Iterable<Integer> items, Block<Integer, String> function) throws Exception;
}
