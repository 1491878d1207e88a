package io.asyncio4j;

import org.jspecify.annotations.Nullable;

/**
 * How a future was cancelled: by request, by the error its task ended with, or both.
 *
 * @param request the request, if known
 * @param error the error a task let out
 */
record Cancellation(
        @Nullable CancelRequest request, @Nullable CancelledError error) {

    /** What those get who ask the future: an error of a program's own class is passed on as the object it is. */
    CancelledError errorOf(Future<?> future) {
        if (error != null) {
            return error.isForeign()
                    ? error
                    : new ChildCancelledError(future, error.getMessage(), error, error.request());
        }
        return request == null
                ? new ChildCancelledError(future, null, null, null)
                : new ChildCancelledError(future, request.message(), request.site(), request);
    }

    /** What a task gets that has itself asked for this: its own request, with the message it came back with. */
    CancelledError errorOfOwn(CancelRequest own) {
        if (error != null) {
            return error.isForeign() ? error : own.error(error.getMessage(), error.getCause());
        }
        return request == null ? own.error(null, null) : own.error(request.message(), request.site());
    }
}
