package io.asyncio4j.cancellation;

import io.asyncio4j.CancelledError;
import io.asyncio4j.Coroutine;
import io.asyncio4j.Task;
import org.jspecify.annotations.Nullable;

/** A block of the calling task that is bound to a token, and tells its own cancellation from others' by the count. */
final class TokenBlock {
    private final CancellationToken token;
    private final Task<?> task;
    private final int cancellingBefore;
    private final Binding binding;

    TokenBlock(CancellationToken token) {
        this.token = token;
        this.task = LoopThread.currentTask("withToken()");
        this.cancellingBefore = task.cancelling();
        this.binding = Binding.ofTheCaller(token);
    }

    <T extends @Nullable Object> T run(Coroutine<T> body) throws Exception {
        T result;
        try {
            result = body.await();
        } catch (CancelledError error) {
            throw exit() && CancellationToken.of(error) != token ? token.error(error) : error;
        } catch (Throwable exception) {
            var _ = exit();
            throw exception;
        }
        var _ = exit();
        return result;
    }

    /** Returns whether the token has cancelled the task, and no request but this has come since the block began. */
    private boolean exit() {
        return binding.end() && task.uncancel() <= cancellingBefore;
    }
}
