package io.asyncio4j;

import org.jspecify.annotations.Nullable;

/**
 * Something one can await: a lambda, a {@link Coroutine}, a {@link Future}, a {@link Task}.
 *
 * <p>Follows «Awaitables» of asyncio's «Coroutines and Tasks».
 *
 * @param <T> the result
 */
@FunctionalInterface
public interface Awaitable<T extends @Nullable Object> {

    /**
     * Waits for the result. A {@link Future} suspends the calling task until it is done; a lambda or coroutine simply
     * runs in the calling task.
     *
     * <p><em>Cancellation:</em> where the wait suspends, a cancellation of the calling task comes out as
     * {@link CancelledError}, and what is awaited is cancelled too. {@link Asyncio#shield} keeps it from that.
     *
     * @return the result
     * @throws Exception what the awaited thing failed with, the very object
     */
    T await() throws Exception;
}
