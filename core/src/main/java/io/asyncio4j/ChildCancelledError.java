package io.asyncio4j;

import org.jspecify.annotations.Nullable;

/**
 * The awaited future was cancelled, and not the task that awaits it.
 *
 * <p>{@code await()}, {@code result()} and {@code exception()} of a cancelled future throw this; a cancellation of the
 * calling task itself is a plain {@link CancelledError}, also when both happened. A {@code catch (CancelledError e)}
 * sees both, as in asyncio, where they cannot be told apart.
 *
 * <p>{@snippet :
 * try {
 *     child.await();
 * } catch (ChildCancelledError e) {
 *     log("the child was cancelled, I go on");
 * }
 * }
 */
public final class ChildCancelledError extends CancelledError {
    private static final long serialVersionUID = 1L;

    private final transient Future<?> future;

    ChildCancelledError(
            Future<?> future, @Nullable String message, @Nullable Throwable cause, @Nullable CancelRequest request) {
        super(message, cause, request);
        this.future = future;
    }

    private ChildCancelledError(ChildCancelledError error) {
        super(error.getMessage(), error.getCause(), error.request(), true);
        this.future = error.future;
    }

    @Override
    CancelledError withStackTrace() {
        return new ChildCancelledError(this);
    }

    /**
     * The future or task that was cancelled.
     *
     * @return the future
     */
    public Future<?> future() {
        return future;
    }
}
