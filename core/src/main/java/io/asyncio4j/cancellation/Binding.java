package io.asyncio4j.cancellation;

import io.asyncio4j.CancelScope;
import io.asyncio4j.Task;
import io.asyncio4j.context.Token;
import java.util.Objects;

/** The calling task hears of a token: from here to {@link #end}, a cancellation of the token cancels the task. */
final class Binding {
    // Fixed.
    private final CancellationToken token;
    private final CancelScope scope;
    private final CancellationRegistration registration;
    private final Token<CancellationToken> before;

    // Loop thread only.
    private boolean ended;

    @SuppressWarnings("this-escape") // a token cancelled at this moment by another thread hands its request in
    private Binding(CancellationToken token, Task<?> task) {
        this.token = token;
        this.scope = CancelScope.enter();
        this.before = CancellationToken.CURRENT.set(token);
        this.registration =
                CancellationRegistration.ofTheLibrary(token, () -> LoopThread.run(task.getLoop(), this::request));
    }

    /**
     * Binds the calling task.
     *
     * @throws IllegalStateException if the caller is no task
     * @throws io.asyncio4j.CancelledError if the token is cancelled already
     */
    static Binding ofTheCaller(CancellationToken token) {
        Objects.requireNonNull(token, "the token; for none, give CancellationToken.none()");
        Task<?> task = LoopThread.currentTask("binding to a token");
        token.throwIfCancellationRequested();
        return new Binding(token, task);
    }

    /** What the token cancels. Who leaves it takes the request back. */
    CancelScope scope() {
        return scope;
    }

    private void request() {
        if (!ended) {
            scope.cancel(token.reason(), token);
        }
    }

    /** Ends it. A request of another thread that has not come in yet never does; one that has stays with the task. */
    void end() {
        ended = true;
        registration.abandon();
        CancellationToken.CURRENT.reset(before);
    }
}
