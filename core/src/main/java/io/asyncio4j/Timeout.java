package io.asyncio4j;

import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A deadline for a block: when it passes, the task is cancelled inside the block, and the block ends with
 * {@link TimeoutException}.
 *
 * <p>{@snippet :
 * try {
 *     String page = timeout(Duration.ofSeconds(10), t -> fetch(url));
 * } catch (TimeoutException e) {
 *     // only out here: inside the block it is a CancelledError
 * }
 * }
 *
 * <p>Only this timeout's own cancellation becomes a {@code TimeoutException}; when somebody else has cancelled the task
 * too, the {@link CancelledError} goes on, and a {@code TimeoutException} of the body passes as it is. Timeouts nest. One
 * object serves one block. Methods belong on the loop's thread. Follows «Timeouts» of asyncio's «Coroutines and Tasks».
 */
public final class Timeout {
    /**
     * <pre>
     *             with                    deadline                end of the block
     *   CREATED ────────→ ACTIVE ────────────────────→ EXPIRING ──────────────────→ EXPIRED
     *                       │      end of the block
     *                       └────────────────────────→ FINISHED
     * </pre>
     */
    private enum State {
        CREATED,
        ACTIVE,
        EXPIRING,
        EXPIRED,
        FINISHED;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    // Loop thread only.
    private State state = State.CREATED;
    private @Nullable Long when;
    private @Nullable Task<?> task;
    private @Nullable Handle alarm;
    private int cancellingBefore;
    private boolean pendingBefore;
    private @Nullable ShieldedSection within;
    private @Nullable CancelRequest ownRequest;

    private Timeout(@Nullable Long when) {
        this.when = when;
    }

    /**
     * A timeout whose time runs from now.
     *
     * @param delay how long the block may take; null for no limit; zero or less expires in the next turn
     * @return a timeout that has not been entered
     * @throws IllegalStateException if no loop is running on this thread
     * @throws IllegalArgumentException if the delay is beyond 292 years
     */
    public static Timeout of(@Nullable Duration delay) {
        EventLoop loop = RunningLoop.get();
        return new Timeout(delay == null ? null : Durations.deadline(loop.time(), delay));
    }

    /**
     * A timeout at a time.
     *
     * @param when nanoseconds of the loop's clock; null for no limit; a time that is past expires in the next turn
     * @return a timeout that has not been entered
     */
    public static Timeout at(@Nullable Long when) {
        return new Timeout(when);
    }

    /**
     * The deadline.
     *
     * @return nanoseconds of the loop's clock, or null for no limit
     */
    public @Nullable Long when() {
        return when;
    }

    /**
     * Whether the deadline has passed in the block.
     *
     * @return true from the moment it has
     */
    public boolean expired() {
        return state == State.EXPIRING || state == State.EXPIRED;
    }

    /**
     * Moves the deadline.
     *
     * @param when nanoseconds of the loop's clock; null for no limit; a time that is past expires in the next turn
     * @throws IllegalStateException unless the block is running and has not expired
     */
    public void reschedule(@Nullable Long when) {
        if (state == State.CREATED) {
            throw new IllegalStateException("Timeout has not been entered: reschedule it inside its block");
        }
        if (state != State.ACTIVE) {
            throw new IllegalStateException("Cannot change state of " + state + " Timeout: make a new one");
        }
        this.when = when;
        if (alarm != null) {
            alarm.cancel();
            alarm = null;
        }
        if (when != null) {
            EventLoop loop = Objects.requireNonNull(task).getLoop();
            alarm = when <= loop.time() ? loop.soon(this::expire) : loop.expireAt(when, this);
        }
    }

    /**
     * Runs the block under this timeout.
     *
     * <p><em>Cancellation:</em> goes through the block as everywhere; if the deadline passes in the same turn, the
     * cancellation wins and the count of {@link Task#cancelling} stays as the others left it.
     *
     * @param <T> the block's result
     * @param block the block
     * @return its result, also if the deadline passed but the block ended without noticing
     * @throws TimeoutException if the deadline passed and this cancelled the block
     * @throws IllegalStateException if this timeout has been entered already, or the caller is no task
     * @throws Exception what the block throws
     */
    public <T extends @Nullable Object> T with(Block<Timeout, T> block) throws Exception {
        Objects.requireNonNull(block, "the block");
        enter();
        T result;
        try {
            result = block.call(this);
        } catch (Throwable exception) {
            exitBy(exception);
            throw exception;
        }
        exit();
        return result;
    }

    /**
     * Runs a block that returns nothing under this timeout, see {@link #with(Block)}.
     *
     * @param block the block
     * @throws TimeoutException if the deadline passed and this cancelled the block
     * @throws Exception what the block throws
     */
    public void with(VoidBlock<Timeout> block) throws Exception {
        Objects.requireNonNull(block, "the block");
        with(new Block<Timeout, @Nullable Void>() {
            @Override
            public @Nullable Void call(Timeout timeout) throws Exception {
                block.run(timeout);
                return null;
            }
        });
    }

    /**
     * Runs the block; returns its result, or the other one if this timeout has expired and its cancellation, and nobody
     * else's, has ended the block. A {@code TimeoutException} of the block is not this timeout's.
     */
    <T> T withOr(T otherwise, Block<Timeout, T> block) throws Exception {
        Objects.requireNonNull(block, "the block");
        enter();
        if (pendingBefore) {
            // to be thrown in the block, as a request that comes later; asyncio's timeouts take it for an old one
            cancellingBefore--;
        }
        T result;
        try {
            result = block.call(this);
        } catch (Throwable exception) {
            boolean ours = exit();
            if (ours && exception instanceof CancelledError) {
                return otherwise;
            }
            throw exception;
        }
        exit();
        return result;
    }

    private void enter() {
        if (state != State.CREATED) {
            throw new IllegalStateException("Timeout has already been entered: make a new one for each block");
        }
        Task<?> current = RunningLoop.currentTask("Timeout");
        state = State.ACTIVE;
        task = current;
        cancellingBefore = current.cancelling();
        pendingBefore = current.isCancelPending();
        within = ShieldedSection.innermostOf(current);
        reschedule(when);
    }

    void expire() {
        state = State.EXPIRING;
        alarm = null;
        ownRequest = Objects.requireNonNull(task).cancelFrom(within);
    }

    private void exitBy(Throwable exception) throws TimeoutException {
        boolean ours = exit();
        if (ours && exception instanceof CancelledError) {
            TimeoutException timeout = new TimeoutException();
            timeout.initCause(exception);
            throw timeout;
        }
    }

    /** Returns whether the deadline has passed, and no cancel request but ours has come since the block began. */
    private boolean exit() {
        if (alarm != null) {
            alarm.cancel();
            alarm = null;
        }
        if (state == State.EXPIRING) {
            state = State.EXPIRED;
            Task<?> current = Objects.requireNonNull(task);
            boolean ours = current.takeBack() <= cancellingBefore;
            if (ours && !pendingBefore && ownRequest != null) {
                // kept by a section that the block ended with: it has not been thrown, and nobody needs it any more;
                // a group's that has come since, with the count as it is, is to be thrown by the next wait
                current.dropPendingCancel(ownRequest);
            }
            return ours;
        }
        state = State.FINISHED;
        return false;
    }

    @Override
    public String toString() {
        return "<Timeout [" + state + "]" + (state == State.ACTIVE ? " when=" + when : "") + ">";
    }
}
