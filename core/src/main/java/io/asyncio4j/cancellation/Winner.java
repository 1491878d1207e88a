package io.asyncio4j.cancellation;

import io.asyncio4j.Future;
import org.jspecify.annotations.Nullable;

/**
 * What {@link CancellationTokens#whenAny} returns: the future that was first.
 *
 * @param <T> the results
 * @param value its result
 * @param index its place among those that were given, from zero
 * @param future itself
 */
public record Winner<T extends @Nullable Object>(T value, int index, Future<? extends T> future) {}
