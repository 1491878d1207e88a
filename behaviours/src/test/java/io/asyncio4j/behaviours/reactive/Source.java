package io.asyncio4j.behaviours.reactive;

import java.util.Objects;
import java.util.concurrent.Flow;

/** A publisher for one subscriber that sends what the test tells it to, and counts what it is asked for. */
final class Source<T> implements Flow.Publisher<T>, Flow.Subscription {
    private Flow.Subscriber<? super T> subscriber;
    long requested;
    int cancellations;

    @Override
    public void subscribe(Flow.Subscriber<? super T> first) {
        subscriber = first;
        open();
    }

    void open() {
        subscriber().onSubscribe(this);
    }

    boolean isSubscribedTo() {
        return subscriber != null;
    }

    Flow.Subscriber<? super T> subscriber() {
        return Objects.requireNonNull(subscriber, "nobody has subscribed");
    }

    @SafeVarargs
    final void send(T... items) {
        for (T item : items) {
            subscriber().onNext(item);
        }
    }

    void complete() {
        subscriber().onComplete();
    }

    void fail(Throwable failure) {
        subscriber().onError(failure);
    }

    @Override
    public void request(long number) {
        requested += number;
    }

    @Override
    public void cancel() {
        cancellations++;
    }
}
