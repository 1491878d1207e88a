package io.asyncio4j.cancellation;

import io.asyncio4j.CancelScope;
import io.asyncio4j.CancelledError;
import io.asyncio4j.Coroutine;
import org.jspecify.annotations.Nullable;

/** A block of the calling task that is bound to a token, and tells its own cancellation from others'. */
final class TokenBlock {
    private final CancellationToken token;
    private final CancelScope scope;
    private final Binding binding;

    TokenBlock(CancellationToken token) {
        this.token = token;
        this.binding = Binding.ofTheCaller(token);
        this.scope = binding.scope();
    }

    <T extends @Nullable Object> T run(Coroutine<T> body) throws Exception {
        T result;
        try {
            result = body.await();
        } catch (CancelledError error) {
            throw cancelled(error);
        } catch (Throwable exception) {
            var _ = exit();
            throw exception;
        }
        var _ = exit();
        return result;
    }

    /**
     * What the block throws: an error of this token only if the token was alone. Who catches it need not go on as cancelled,
     * and a request that somebody else has made would be lost with it.
     */
    private CancelledError cancelled(CancelledError error) {
        boolean alone = exit();
        boolean ofToken = CancellationToken.of(error) == token;
        if (alone) {
            return ofToken ? error : token.error(error);
        }
        boolean claimed = ofToken && scope.hasBeenCancelledByOthers();
        return claimed ? new CancelledError("cancelled by somebody else, and by a token", error) : error;
    }

    /**
     * What the task ends with: if a block inside was bound to the same token, the somebody else whom it saw may have been
     * the task's own binding; and there is nobody for whom a request could be lost.
     */
    static CancelledError ofBoth(CancellationToken token, CancelledError error) {
        return CancellationToken.of(error) == null
                        && error.getCause() instanceof CancelledError first
                        && CancellationToken.of(first) == token
                ? first
                : error;
    }

    /** Returns whether the token has cancelled the task, and no request but this has come since the block began. */
    private boolean exit() {
        binding.end();
        return scope.exit();
    }
}
