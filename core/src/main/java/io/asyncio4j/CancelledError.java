package io.asyncio4j;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Comes out of the place where a task waits when the task has been cancelled.
 *
 * <p>An {@link Error}, so that {@code catch (Exception e)} does not swallow it. Clean up in {@code finally}; who catches
 * it should throw it on, or take the request back with {@link Task#uncancel}. It knows the request that caused it:
 * {@link #getMessage} is the argument of {@code cancel(msg)}, {@link #reason} what it was asked for, {@link #requestedBy}
 * the task that asked; in debug mode its cause shows where. Outside debug mode it fills in no stack trace.
 *
 * <p>When not the calling task was cancelled but the future it awaits, the error is a {@link ChildCancelledError}.
 * Follows «Task Cancellation» of asyncio's «Coroutines and Tasks».
 */
public class CancelledError extends Error {
    private static final long serialVersionUID = 1L;

    private final transient @Nullable CancelRequest request;

    /** An error without message, as a program may throw to end its task as cancelled. */
    public CancelledError() {
        this(null);
    }

    /**
     * An error a program may throw to end its task as cancelled.
     *
     * @param message the message, or null
     */
    public CancelledError(@Nullable String message) {
        this(message, null);
    }

    /**
     * An error a program may throw to end its task as cancelled.
     *
     * @param message the message, or null
     * @param cause the cause, or null
     */
    public CancelledError(@Nullable String message, @Nullable Throwable cause) {
        this(message, cause, null);
    }

    /**
     * An error a program may throw to end its task as cancelled, for a reason that {@link #reason} returns.
     *
     * @param message the message, or null
     * @param reason what the cancellation is for, a cancellation token for instance
     * @param cause the cause, or null
     * @return a new error
     */
    public static CancelledError because(@Nullable String message, Object reason, @Nullable Throwable cause) {
        Objects.requireNonNull(reason, "the reason of a cancellation: without one, use a constructor");
        return new CancelledError(message, cause, new CancelRequest(message, reason, null, null));
    }

    CancelledError(@Nullable String message, @Nullable Throwable cause, @Nullable CancelRequest request) {
        this(message, cause, request, DebugMode.byDefault() || (request != null && request.site() != null));
    }

    CancelledError(
            @Nullable String message, @Nullable Throwable cause, @Nullable CancelRequest request, boolean stackTrace) {
        super(message, cause, true, stackTrace);
        this.request = request;
    }

    /** The same with the stack of the caller, for where it leaves the loop. */
    CancelledError withStackTrace() {
        return new CancelledError(getMessage(), getCause(), request, true);
    }

    /**
     * The task that called {@code cancel}.
     *
     * @return the task, or null if it was no task or is not known
     */
    public final @Nullable Task<?> requestedBy() {
        return request == null ? null : request.by();
    }

    /**
     * What the request was made for: the second argument of {@link Future#cancel(String, Object)} or of
     * {@link #because}, for instance a cancellation token.
     *
     * @return the reason, or null if there is none or it is not known
     */
    public final @Nullable Object reason() {
        return request == null ? null : request.reason();
    }

    final @Nullable CancelRequest request() {
        return request;
    }

    /** Whether a program's own subclass: such an error is passed on as the object it is. */
    final boolean isForeign() {
        return getClass() != CancelledError.class && getClass() != ChildCancelledError.class;
    }
}
