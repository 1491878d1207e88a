package io.asyncio4j;

import org.jspecify.annotations.Nullable;

/**
 * A block of a task that somebody may cancel without ending the task: the part of a timeout, or of a block bound to a
 * cancellation token, that tells its own cancellation from others'. For blocks that are cancelled by something else.
 *
 * <p>{@snippet :
 * CancelScope scope = CancelScope.enter();
 * connection.whenClosed(() -> scope.cancel("the connection was closed", connection));
 * try {
 *     return converse(connection);
 * } catch (CancelledError error) {
 *     if (scope.exit()) {
 *         throw new ConnectionClosedException(error); // nobody else has cancelled the task
 *     }
 *     throw error;
 * } finally {
 *     scope.exit(); // whatever happens: the request is taken back, and one that comes too late does nothing
 * }
 * }
 *
 * <p>Scopes nest with each other, with timeouts, groups and {@link Asyncio#shielded shielded} sections: a section inside
 * the scope keeps the scope's request until it ends, one around the scope does not. Methods belong on the loop's thread.
 * asyncio has no such thing; its «Coroutines and Tasks», under «Task Cancellation», tell how {@code uncancel} serves those
 * who write one. As the cancel scope of Trio's, but the error is caught by who has entered the scope.
 */
public final class CancelScope {
    /**
     * <pre>
     *             cancel                   exit, nobody else has asked
     *   ENTERED ──────────→ REQUESTED ─────────────────────────────────→ EXITED_ALONE
     *      │ exit               │ exit
     *      ↓                    ↓
     *    EXITED ←───────────────┘
     * </pre>
     */
    private enum State {
        ENTERED,
        REQUESTED,
        EXITED,
        EXITED_ALONE
    }

    // Fixed.
    private final Task<?> task;
    private final @Nullable ShieldedSection within;
    private final int cancellingBefore;

    // Loop thread only.
    private State state = State.ENTERED;

    private CancelScope(Task<?> task) {
        this.task = task;
        this.within = ShieldedSection.innermostOf(task);
        // a request that is still to be thrown will be thrown in here, as one that comes later
        this.cancellingBefore = task.cancelling() - (task.isCancelPending() ? 1 : 0);
    }

    /**
     * Enters a scope in the calling task. Does not wait.
     *
     * @return the scope, to be {@linkplain #exit left} by the same task, after those that it enters meanwhile
     * @throws IllegalStateException if the caller is no task
     */
    public static CancelScope enter() {
        return new CancelScope(RunningLoop.currentTask("CancelScope"));
    }

    /**
     * Cancels the task in the scope: the wait that it is in, or its next one, throws. Does nothing if this was called
     * before, or the scope has been left. Not only the scope's own task may call this.
     *
     * @param msg the message of the error, or null
     * @param reason what {@link CancelledError#reason} returns, or null
     */
    public void cancel(@Nullable String msg, @Nullable Object reason) {
        EventLoop loop = task.getLoop();
        loop.scheduler.stack.require();
        loop.checkThread();
        if (state == State.ENTERED) {
            state = State.REQUESTED;
            task.cancel(CancelRequest.of(loop, msg, reason, within));
        }
    }

    /**
     * Leaves the scope and takes its request back, so that {@link Task#cancelling} counts what others have asked for; if the
     * task has not noticed it, it never will. Left again, it gives the same answer. Does not wait.
     *
     * @return true if the scope was cancelled, and nobody else has asked since it was entered: a {@link CancelledError} that
     *     has come out of the block is the scope's own, and need not go on
     */
    public boolean exit() {
        switch (state) {
            case ENTERED -> state = State.EXITED;
            case REQUESTED -> takeBack();
            case EXITED, EXITED_ALONE -> {}
        }
        return state == State.EXITED_ALONE;
    }

    private void takeBack() {
        var _ = task.takeBack();
        if (hasBeenCancelledByOthers()) {
            state = State.EXITED;
        } else {
            state = State.EXITED_ALONE;
            task.dropPendingCancel();
        }
    }

    /**
     * Whether somebody else has cancelled the task since this scope was entered, and has not taken that back. To be asked
     * when the scope has been left: before, its own request counts too.
     *
     * @return true if a {@link CancelledError} must go on
     */
    public boolean hasBeenCancelledByOthers() {
        return task.cancelling() > cancellingBefore;
    }
}
