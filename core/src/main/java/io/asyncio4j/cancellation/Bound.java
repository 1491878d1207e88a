package io.asyncio4j.cancellation;

import io.asyncio4j.Coroutine;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A coroutine that is bound to a token while it runs; if that is cancelled before, it never does. */
final class Bound<T extends @Nullable Object> implements Coroutine<T> {
    private final Coroutine<T> coroutine;
    private final CancellationToken token;

    Bound(Coroutine<T> coroutine, CancellationToken token) {
        this.coroutine = Objects.requireNonNull(coroutine, "a coroutine is required, not null");
        this.token = Objects.requireNonNull(token, "the token; for none, give CancellationToken.none()");
    }

    @Override
    public T await() throws Exception {
        Binding binding = Binding.ofTheCaller(token);
        try {
            return coroutine.await();
        } finally {
            // the request stays with the task, which ends by it, as one made by anybody else would
            var _ = binding.end();
        }
    }

    @Override
    public String toString() {
        return coroutine.toString();
    }
}
