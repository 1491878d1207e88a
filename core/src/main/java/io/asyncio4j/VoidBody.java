package io.asyncio4j;

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
