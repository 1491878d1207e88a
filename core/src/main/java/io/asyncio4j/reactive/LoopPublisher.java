package io.asyncio4j.reactive;

import io.asyncio4j.EventLoop;
import io.asyncio4j.VoidBlock;
import java.util.Objects;
import java.util.concurrent.Flow;

/** A publisher that runs its body once for each subscriber, as a task of its loop. */
record LoopPublisher<T>(EventLoop loop, VoidBlock<LoopSubscription<T>> body) implements Flow.Publisher<T> {
    @Override
    public void subscribe(Flow.Subscriber<? super T> subscriber) {
        Objects.requireNonNull(subscriber, "a subscriber is required, not null (Reactive Streams, rule 1.9)");
        new LoopSubscription<>(loop, body, subscriber).start();
    }

    @Override
    public String toString() {
        return "<Publisher of " + loop + ">";
    }
}
