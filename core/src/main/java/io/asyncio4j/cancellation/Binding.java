package io.asyncio4j.cancellation;

import io.asyncio4j.Task;
import io.asyncio4j.context.Token;
import java.util.Objects;

/** The calling task hears of a token: from here to {@link #end}, a cancellation of the token cancels the task. */
final class Binding {
    /**
     * <pre>
     *            the token is cancelled                 end
     *   BOUND ────────────────────────→ REQUESTED ────────────→ ENDED
     *     │ end                                                   ↑
     *     └───────────────────────────────────────────────────────┘
     * </pre>
     */
    private enum State {
        BOUND,
        REQUESTED,
        ENDED
    }

    // Fixed.
    private final CancellationToken token;
    private final Task<?> task;
    private final CancellationRegistration registration;
    private final Token<CancellationToken> before;

    // Loop thread only.
    private State state = State.BOUND;

    @SuppressWarnings("this-escape") // a token cancelled at this moment by another thread hands its request in
    private Binding(CancellationToken token, Task<?> task) {
        this.token = token;
        this.task = task;
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

    private void request() {
        if (state == State.BOUND) {
            state = State.REQUESTED;
            task.cancel(token.reason(), token);
        }
    }

    /** Returns whether the token has cancelled the task. A request of another thread that has not come in yet never does. */
    boolean end() {
        boolean requested = state == State.REQUESTED;
        state = State.ENDED;
        registration.abandon();
        CancellationToken.CURRENT.reset(before);
        return requested;
    }
}
