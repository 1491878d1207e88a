package io.asyncio4j;

import org.jspecify.annotations.Nullable;

/**
 * A coroutine whose body returns nothing; accepted wherever a {@link Coroutine} is.
 *
 * <p>It is no subtype of {@code Coroutine}, for then Java would take {@code createTask(() -> fetch(url))} for a body
 * without result.
 */
@FunctionalInterface
public interface VoidCoroutine {

    /**
     * The body.
     *
     * @throws Exception whatever it fails with
     */
    void run() throws Exception;

    /**
     * The same body as a coroutine with the result null. Not meant to be overridden: a task runs the body as it is, without
     * asking for this.
     *
     * @return the coroutine
     */
    default Coroutine<@Nullable Void> asCoroutine() {
        return new VoidBody<>(this);
    }
}
