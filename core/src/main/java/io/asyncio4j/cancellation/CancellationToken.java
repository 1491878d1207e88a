package io.asyncio4j.cancellation;

import io.asyncio4j.CancelledError;
import io.asyncio4j.context.ContextVar;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How one hears that a {@link CancellationTokenSource} was cancelled: by asking, by a callback, or by a task that is bound
 * to it, see {@link CancellationTokens}. It can only listen; the request is the source's.
 *
 * <p>{@snippet :
 * long sum(int[] numbers, CancellationToken token) {
 *     long sum = 0;
 *     for (int number : numbers) {
 *         token.throwIfCancellationRequested();
 *         sum += cost(number);
 *     }
 *     return sum;
 * }
 * }
 *
 * <p>Any thread. Follows .NET's {@code CancellationToken}.
 */
public final class CancellationToken {
    static final ContextVar<CancellationToken> CURRENT = ContextVar.of("io.asyncio4j.cancellation.token");

    private static final CancellationToken NONE = new CancellationToken(null);

    private final @Nullable Signal signal;

    CancellationToken(@Nullable Signal signal) {
        this.signal = signal;
    }

    /**
     * A token that is never cancelled, for what wants one and is not to be cancelled.
     *
     * @return the token, always the same
     */
    public static CancellationToken none() {
        return NONE;
    }

    /**
     * The token that the calling task was bound to, by {@link CancellationTokens}; in a block of
     * {@link CancellationTokens#withToken} that block's. Tasks that a bound task creates see it too, but are not bound by
     * that; and so does a function in {@code toThread}, which can ask it while it works.
     *
     * @return the token of the current context, else {@link #none}
     */
    public static CancellationToken current() {
        CancellationToken token = CURRENT.get(NONE);
        return token == null ? NONE : token;
    }

    /**
     * The token that led to an error, that of a task or wait that was bound to it.
     *
     * @param error an error
     * @return the token, or null if the cancellation was not a token's
     */
    public static @Nullable CancellationToken of(CancelledError error) {
        return error.reason() instanceof CancellationToken token ? token : null;
    }

    /**
     * Whether the cancellation was requested. Once it was, that stays so.
     *
     * @return true if it was; callbacks may still be running
     */
    public boolean isCancellationRequested() {
        return cancelled() != null;
    }

    /**
     * Whether this can be cancelled, or has been: not so for {@link #none}, nor after the source was closed in time.
     *
     * @return true if it can
     */
    public boolean canBeCancelled() {
        return signal != null && !signal.isClosed();
    }

    /**
     * Does nothing, or throws if the cancellation was requested. Thrown by a task, the error ends it as cancelled; thrown by
     * a function in {@code toThread}, it does so with the task that waits for it, and is not reported where none does.
     *
     * @throws CancelledError if it was: with the request's reason as its message, and this token, see {@link #of}
     */
    public void throwIfCancellationRequested() {
        if (isCancellationRequested()) {
            throw error(null);
        }
    }

    /** The error of those whom the cancellation of this token has ended. */
    CancelledError error(@Nullable Throwable cause) {
        return CancelledError.because(reason(), this, cause);
    }

    /**
     * The text that was given with the request.
     *
     * @return the text, or null if none was given or nothing was requested
     */
    public @Nullable String reason() {
        Signal.Cancelled cancelled = cancelled();
        return cancelled == null ? null : cancelled.reason();
    }

    /**
     * The token whose own source was cancelled: this one, or, where this is a linked source's, the ancestor it began with.
     *
     * @return the token, or null if nothing was requested
     */
    public @Nullable CancellationToken causedBy() {
        Signal.Cancelled cancelled = cancelled();
        return cancelled == null ? null : cancelled.causedBy();
    }

    /**
     * Calls the function when the cancellation is requested, once: on the thread that cancels, inside its call of
     * {@code cancel}, newest registration first, and in a copy of the current context. It should be short, must not wait,
     * and touches a loop of another thread only by its thread-safe methods. What it throws reaches the caller of
     * {@code cancel}, together with what the others throw.
     *
     * <p>If the cancellation was requested already, the function is called at once, by this thread, and what it throws is
     * thrown here. After the source was closed in time it is never called.
     *
     * @param callback what to call
     * @return the means to take it back; close it when the callback is not wanted any more, or it stays with the source
     */
    public CancellationRegistration register(Runnable callback) {
        Objects.requireNonNull(callback, "the callback of a cancellation token");
        return CancellationRegistration.ofTheProgram(this, callback);
    }

    @Nullable
    Signal signal() {
        return signal;
    }

    private Signal.@Nullable Cancelled cancelled() {
        return signal == null ? null : signal.cancelled();
    }

    @Override
    public String toString() {
        Signal.Cancelled cancelled = cancelled();
        if (cancelled != null) {
            return "<CancellationToken [cancelled]"
                    + (cancelled.reason() == null ? "" : " reason='" + cancelled.reason() + "'") + ">";
        }
        return "<CancellationToken [" + (signal == null ? "none" : signal.isClosed() ? "closed" : "open") + "]>";
    }
}
