package io.asyncio4j;

import org.jspecify.annotations.Nullable;

/**
 * A body that a task can run, most often a lambda: {@code createTask(() -> sayAfter(delay, "hello"))}. Nothing runs until
 * it is awaited or made a task.
 *
 * <p>A coroutine <em>function</em> is any plain Java method; calling it is awaiting it. A body that returns nothing is a
 * {@link VoidCoroutine}. Follows «Coroutines» of asyncio's «Coroutines and Tasks».
 *
 * @param <T> the result
 */
@FunctionalInterface
public interface Coroutine<T extends @Nullable Object> extends Awaitable<T> {}
