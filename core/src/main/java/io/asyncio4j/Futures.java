package io.asyncio4j;

import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Turns awaitables into futures: {@code ensureFuture}, and {@code shield}, which puts another future in front. */
final class Futures {
    private Futures() {}

    /** The future itself, or a new task that awaits the awaitable; on the given loop, else the running one. */
    static <T extends @Nullable Object> Future<T> ensure(Awaitable<T> awaitable, @Nullable EventLoop loop) {
        Objects.requireNonNull(awaitable, "an awaitable is required, not null");
        if (awaitable instanceof Future<T> future) {
            if (loop != null && loop != future.getLoop()) {
                throw new IllegalArgumentException("The future belongs to a different loop than the others: " + future);
            }
            return future;
        }
        EventLoop on = loop != null ? loop : RunningLoop.get();
        return on.createTask(awaitable instanceof Coroutine<T> coroutine ? coroutine : awaitable::await);
    }

    static <T extends @Nullable Object> Future<T> shield(Awaitable<T> awaitable) {
        Future<T> inner = ensure(awaitable, null);
        if (inner.done()) {
            return inner;
        }
        Future<T> outer = inner.getLoop().createFuture();
        Shield<T> shield = new Shield<>(outer);
        inner.onDone(shield);
        outer.onDone(done -> {
            if (!inner.done()) {
                inner.removeDoneCallback(shield);
            }
        });
        return outer;
    }

    /** The result of a future that is known to have one. */
    static <T extends @Nullable Object> T resultOf(Future<T> done) {
        try {
            return done.result();
        } catch (Exception impossible) {
            throw new AssertionError("a future without exception failed", impossible);
        }
    }

    /** Passes the inner outcome on to the outer future, which may have been cancelled alone. */
    private record Shield<T extends @Nullable Object>(Future<T> outer) implements Consumer<Future<T>> {
        @Override
        public void accept(Future<T> inner) {
            if (outer.cancelled()) {
                if (!inner.cancelled()) {
                    inner.exception();
                }
            } else if (inner.cancelled()) {
                CancelRequest request = inner.cancelledError().request();
                outer.completeCancelled(request == null ? null : request.withoutMessage(), null);
            } else {
                Throwable exception = inner.exception();
                if (exception == null) {
                    outer.complete(resultOf(inner));
                } else {
                    outer.fail(exception);
                }
            }
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }
}
