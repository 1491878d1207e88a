package io.asyncio4j.reactive;

import io.asyncio4j.EventLoop;
import java.util.Objects;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Hands a publisher's signals, which come from any thread, to the loop of the iteration they are for. */
final class LoopSubscriber<T> implements Flow.Subscriber<T> {
    // Fixed.
    private final EventLoop loop;
    private final PublishedItems<T> items;

    // Any thread: a second subscription is refused on the spot.
    private final AtomicReference<Flow.@Nullable Subscription> subscription = new AtomicReference<>();

    LoopSubscriber(EventLoop loop, PublishedItems<T> items) {
        this.loop = loop;
        this.items = items;
    }

    @Override
    public void onSubscribe(Flow.Subscription opened) {
        Objects.requireNonNull(opened, "onSubscribe(null) (Reactive Streams, rule 2.13)");
        if (subscription.compareAndSet(null, opened)) {
            handOver(() -> items.subscribed(opened));
        } else {
            opened.cancel();
        }
    }

    @Override
    public void onNext(T item) {
        Objects.requireNonNull(item, "onNext(null) (Reactive Streams, rule 2.13)");
        handOver(() -> items.arrived(item));
    }

    @Override
    public void onError(Throwable failure) {
        Objects.requireNonNull(failure, "onError(null) (Reactive Streams, rule 2.13)");
        handOver(() -> items.failed(failure));
    }

    @Override
    public void onComplete() {
        handOver(items::completed);
    }

    /** A signal must not throw; where there is no loop to take it any more, it is the last. */
    private void handOver(Runnable signal) {
        try {
            loop.callSoonThreadsafe(signal);
        } catch (IllegalStateException exception) {
            if (!loop.isClosed()) {
                throw exception;
            }
            Flow.Subscription open = subscription.get();
            if (open != null) {
                open.cancel();
            }
        }
    }
}
