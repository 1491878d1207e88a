package io.asyncio4j;

import io.asyncio4j.context.Context;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A callback that waits for a future; once the future is done it stands itself in the ready queue. */
final class DoneCallback<T extends @Nullable Object> extends Handle {
    // Fixed. The consumer is what removeDoneCallback() compares.
    private final Future<T> future;
    final Consumer<? super Future<T>> consumer;

    DoneCallback(Future<T> future, @Nullable Context context, Consumer<? super Future<T>> consumer) {
        super(future.getLoop(), context, consumer);
        this.future = future;
        this.consumer = consumer;
    }

    @Override
    void call(Object body) {
        consumer.accept(future);
    }
}
