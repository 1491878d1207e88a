package io.asyncio4j;

import org.jspecify.annotations.Nullable;

/**
 * The body of a task group or timeout: {@code String page = timeout(ofSeconds(5), t -> fetch(url))}.
 *
 * <p>It is a {@link VoidBlock} too, so that Java takes a lambda that is one expression, {@code t -> fetch(url)}, for a
 * body with a result. An expression without one needs braces: {@code t -> { event.set(); }}.
 *
 * @param <S> what the body is given
 * @param <T> the result
 */
@FunctionalInterface
public interface Block<S, T extends @Nullable Object> extends VoidBlock<S> {

    /**
     * The body.
     *
     * @param scope the group or timeout
     * @return the result of the block
     * @throws Exception whatever it fails with
     */
    T call(S scope) throws Exception;

    @Override
    default void run(S scope) throws Exception {
        call(scope);
    }
}
