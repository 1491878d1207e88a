package io.asyncio4j.behaviours.reactive;

import static io.asyncio4j.reactive.Reactive.publisher;

import io.asyncio4j.VoidBlock;
import io.asyncio4j.reactive.Emitter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow;

/** A subscriber that writes down what it is told. */
class Recorder<T> implements Flow.Subscriber<T> {
    final List<Object> signals = new ArrayList<>();
    Flow.Subscription subscription;

    /** Subscribes to a publisher of this body. */
    void subscribeTo(VoidBlock<Emitter<T>> body) {
        publisher(body).subscribe(this);
    }

    @Override
    public void onSubscribe(Flow.Subscription opened) {
        subscription = opened;
        signals.add("subscribed");
    }

    @Override
    public void onNext(T item) {
        signals.add(item);
    }

    @Override
    public void onError(Throwable failure) {
        signals.add(failure);
    }

    @Override
    public void onComplete() {
        signals.add("complete");
    }
}
