package io.asyncio4j;

import io.asyncio4j.context.Context;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A callback that waits for a future; once the future is done it stands itself in the ready queue. */
final class DoneCallback<T extends @Nullable Object> extends Handle {
    private final Future<T> future;

    DoneCallback(Future<T> future, @Nullable Context context, Consumer<? super Future<T>> consumer) {
        super(future.getLoop(), context, consumer);
        this.future = future;
    }

    /** Whether this is what {@link Future#removeDoneCallback} means by the consumer. */
    boolean isFor(Consumer<?> consumer) {
        return consumer.equals(callback());
    }

    @Override
    @SuppressWarnings("unchecked") // the constructor's consumer
    void call(Object consumer) {
        ((Consumer<? super Future<T>>) consumer).accept(future);
    }

    /** Which may be a {@link Runnable} too, and is not meant to be taken for one. */
    @Override
    Runnable step(Object consumer) {
        return () -> call(consumer);
    }
}
