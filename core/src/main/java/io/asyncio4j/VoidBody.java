package io.asyncio4j;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A body that returns nothing, as a coroutine. (Generic although its result is always null: so it has no bridge method, and
 * a suspended task one frame less.)
 */
final class VoidBody<T extends @Nullable Object> implements Coroutine<T> {
    private final VoidCoroutine body;

    VoidBody(VoidCoroutine body) {
        this.body = body;
    }

    static Coroutine<@Nullable Void> of(VoidCoroutine body) {
        return Objects.requireNonNull(body, "a coroutine is required, not null").asCoroutine();
    }

    @Override
    @SuppressWarnings("NullAway") // made for a nullable T only
    public T await() throws Exception {
        body.run();
        return null;
    }

    @Override
    public String toString() {
        return body.toString();
    }
}
