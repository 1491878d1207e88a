package io.asyncio4j;

import org.jspecify.annotations.Nullable;

/**
 * What a loop's exception handler is told. Follows asyncio's «Error Handling API».
 *
 * @param message what happened
 * @param exception the exception, or null
 * @param future the future or task it happened in, or null
 * @param handle the callback it happened in, or null
 * @param source in debug mode, has the stack of the place where the future or handle was made; else null
 */
public record ExceptionContext(
        String message,
        @Nullable Throwable exception,
        @Nullable Future<?> future,
        @Nullable Handle handle,
        @Nullable Throwable source) {

    /**
     * Something that belongs to no future or callback.
     *
     * @param message what happened
     * @param exception the exception, or null
     */
    public ExceptionContext(String message, @Nullable Throwable exception) {
        this(message, exception, null, null, null);
    }
}
