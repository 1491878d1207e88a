package io.asyncio4j.reactive;

/**
 * Where the body of a publisher puts its items, see {@link Reactive#publisher(io.asyncio4j.VoidBlock)}.
 *
 * @param <T> the items
 */
public sealed interface Emitter<T> permits LoopSubscription {

    /**
     * Waits until the subscriber wants an item, and gives it this one. Does not suspend where it already does.
     *
     * <p><em>Cancellation:</em> when the subscriber cancels its subscription, or somebody else the task, while this waits,
     * the item has not been given to the subscriber and never will be.
     *
     * @param item the item
     * @throws NullPointerException if it is null
     * @throws io.asyncio4j.CancelledError if the task is cancelled, which the subscriber's {@code cancel} does
     * @throws IllegalStateException if another task than the subscription's calls this, or the body has caught the
     *     cancellation and goes on to emit
     */
    void emit(T item);
}
