package io.asyncio4j.behaviours.search.waits;

import io.asyncio4j.Future;

/** What {@code shield} is: puts a future before another, so that a cancellation of the one does not reach the other. */
@FunctionalInterface
interface Protection {

    Future<String> of(Future<String> inner);
}
