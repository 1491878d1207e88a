package io.asyncio4j.reactive;

import io.asyncio4j.Asyncio;
import io.asyncio4j.VoidBlock;
import java.util.Objects;
import java.util.concurrent.Flow;

/**
 * From a {@link Flow.Publisher} to an iteration that awaits, and back. Made for
 * {@code import static io.asyncio4j.reactive.Reactive.*}.
 *
 * <pre>{@code
 * try (PublishedItems<Quote> quotes = each(exchange)) {
 *     for (Quote quote : quotes) {
 *         if (quote.price() > limit) {
 *             break;                                   // closing cancels the subscription
 *         }
 *     }
 * }
 *
 * Flow.Publisher<String> lines = publisher(emitter -> {
 *     for (int page = 1; page <= pages; page++) {
 *         emitter.emit(fetch(page));                   // waits until the subscriber wants one
 *     }
 * });
 * }</pre>
 *
 * <p>asyncio has nothing of the kind; the nearest of Python's are {@code async for} and asynchronous generators. The rules
 * are those of Reactive Streams 1.0.4.
 */
public final class Reactive {
    private Reactive() {}

    /**
     * Iterates over what a publisher sends, asking for one item at a time, see {@link #each(Flow.Publisher, int)}.
     *
     * @param <T> the items
     * @param publisher what to subscribe to when the iteration begins
     * @return an iteration that awaits; iterates once
     */
    public static <T> PublishedItems<T> each(Flow.Publisher<? extends T> publisher) {
        return each(publisher, 1);
    }

    /**
     * Iterates over what a publisher sends. Nothing happens before the first {@code hasNext()}: that subscribes, and
     * binds the iteration to the task that calls it. How a subscription ends when its loop is left is told at
     * {@link PublishedItems}.
     *
     * @param <T> the items
     * @param publisher what to subscribe to when the iteration begins
     * @param prefetch how many items may be asked for, or be there, before the body wants them: the demand of one is
     *     asked for when the body wants the next, a larger one is filled up again when half of it is used
     * @return an iteration that awaits; iterates once
     * @throws IllegalArgumentException if {@code prefetch} is zero or negative
     */
    public static <T> PublishedItems<T> each(Flow.Publisher<? extends T> publisher, int prefetch) {
        Objects.requireNonNull(publisher, "the publisher to iterate over");
        if (prefetch <= 0) {
            throw new IllegalArgumentException("at least one item has to be asked for at a time, not " + prefetch);
        }
        return new PublishedItems<>(publisher, prefetch);
    }

    /**
     * Calls a body with each item of a publisher, asking for one at a time, see
     * {@link #forEach(Flow.Publisher, int, VoidBlock)}.
     *
     * @param <T> the items
     * @param publisher what to subscribe to
     * @param body called with each item, by the calling task; may await
     * @throws Exception what the publisher failed with, the very object, or what the body throws
     */
    public static <T> void forEach(Flow.Publisher<? extends T> publisher, VoidBlock<? super T> body) throws Exception {
        forEach(publisher, 1, body);
    }

    /**
     * Calls a body with each item of a publisher, and returns when the publisher is complete. However this is left, the
     * subscription has been cancelled by then or has ended.
     *
     * <p><em>Cancellation:</em> cancels the subscription. Items that had been asked for are lost: no more than
     * {@code prefetch}.
     *
     * @param <T> the items
     * @param publisher what to subscribe to
     * @param prefetch as in {@link #each(Flow.Publisher, int)}
     * @param body called with each item, by the calling task; may await
     * @throws IllegalArgumentException if {@code prefetch} is zero or negative
     * @throws IllegalStateException if the caller is no task
     * @throws Exception what the publisher failed with, the very object, or what the body throws
     */
    public static <T> void forEach(Flow.Publisher<? extends T> publisher, int prefetch, VoidBlock<? super T> body)
            throws Exception {
        Objects.requireNonNull(body, "the body to call with each item");
        try (PublishedItems<T> items = each(publisher, prefetch)) {
            for (T item : items) {
                body.run(item);
            }
        }
    }

    /**
     * A publisher of an iteration whose {@code hasNext()} and {@code next()} may await: {@code () -> iterator}, a
     * collection, another {@code each(…)}. For each subscriber the iteration is begun anew, by a task of its own on the
     * running loop. {@code hasNext()} is called without a demand, so that an end is found without one; {@code next()} is
     * not.
     *
     * <p>May be subscribed to from any thread, and its subscriptions used from any. The subscriber is called by the task,
     * on the loop's thread, which it must not block; it may await. Cancelling a subscription cancels its task. The end of
     * the iteration is {@code onComplete}, what it throws {@code onError}; an end of the task as cancelled that nobody
     * asked the subscription for, or a loop that is closed, is an {@code onError} with
     * {@link java.util.concurrent.CancellationException}. What the iteration throws after its subscription has been
     * cancelled, and what the subscriber throws, reaches the loop's exception handler. An iteration that never waits keeps
     * the loop busy for as long as there is demand.
     *
     * @param <T> the items; one that is null fails the subscription with {@link NullPointerException}
     * @param items begun by each subscription's task
     * @return the publisher, of this loop
     * @throws IllegalStateException if no loop is running on this thread
     */
    public static <T> Flow.Publisher<T> publisher(Iterable<? extends T> items) {
        Objects.requireNonNull(items, "the iteration to publish");
        return new LoopPublisher<T>(Asyncio.getRunningLoop(), subscription -> subscription.emitAll(items));
    }

    /**
     * A publisher of a body that emits its items one by one, which is what asynchronous generators are for in Python. For
     * each subscriber the body is run anew, by a task of its own on the running loop; its end is {@code onComplete}. All
     * else is as in {@link #publisher(Iterable)}.
     *
     * @param <T> the items
     * @param body run by each subscription's task with the means to emit
     * @return the publisher, of this loop
     * @throws IllegalStateException if no loop is running on this thread
     */
    public static <T> Flow.Publisher<T> publisher(VoidBlock<Emitter<T>> body) {
        Objects.requireNonNull(body, "the body that emits the items");
        return new LoopPublisher<T>(Asyncio.getRunningLoop(), body::run);
    }
}
