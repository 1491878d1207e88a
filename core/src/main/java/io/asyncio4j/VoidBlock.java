package io.asyncio4j;

/**
 * The body of a task group or timeout that returns nothing: {@code tg -> { tg.createTask(…); }}.
 *
 * @param <S> what the body is given
 */
@FunctionalInterface
public interface VoidBlock<S> {

    /**
     * The body.
     *
     * @param scope the group or timeout
     * @throws Exception whatever it fails with
     */
    void run(S scope) throws Exception;
}
