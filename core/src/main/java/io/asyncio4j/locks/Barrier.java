package io.asyncio4j.locks;

import io.asyncio4j.Block;
import io.asyncio4j.CancelledError;
import io.asyncio4j.VoidBlock;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A meeting point for a fixed number of tasks: each waits until all have come, then all go on. Then it can be used again.
 *
 * <pre>{@code
 * Barrier barrier = new Barrier(3);
 * // in each of three tasks
 * prepare();
 * if (barrier.await() == 0) {
 *     System.out.println("all three are prepared");
 * }
 * }</pre>
 *
 * <p>A task that comes while those of the last round are still leaving waits until they have left. Follows asyncio's
 * {@code Barrier}.
 */
public final class Barrier {
    /*
     *                   the last party comes             the last one has left
     *     ┌─> FILLING ────────────────────────> DRAINING ────────────────────┐
     *     │      │                                 │                         │
     *     │      │ reset() with tasks inside       │ the same                │
     *     │      └─────────────> RESETTING <───────┘                         │
     *     │                          │ the last one has left                 │
     *     └──────────────────────────┴───────────────────────────────────────┘
     *     any ── abort() ──> BROKEN; BROKEN ── reset() ──> RESETTING or FILLING, as above
     *
     * A reset() with nobody inside leads to FILLING from everywhere.
     */
    private enum State {
        FILLING,
        DRAINING,
        RESETTING,
        BROKEN;

        private final String word = name().toLowerCase(Locale.ROOT);
    }

    private final Condition changed = new Condition();
    private final int parties;
    private State state = State.FILLING;
    // Tasks inside: waiting for the others, or woken and about to leave.
    private int count;

    /**
     * A barrier for the given number of tasks.
     *
     * @param parties how many tasks must come
     * @throws IllegalArgumentException if it is less than one
     */
    public Barrier(int parties) {
        if (parties < 1) {
            throw new IllegalArgumentException("the parties of a barrier must be > 0, not " + parties);
        }
        this.parties = parties;
    }

    /**
     * Waits until all parties have come. The last one to come does not suspend. asyncio's {@code wait}.
     *
     * <p><b>Cancellation.</b> A task that is cancelled while the others are awaited counts no longer: one more must come.
     * When all had come already, the others go on all the same.
     *
     * @return how many were waiting when this task came, from 0 for the first to {@code parties - 1} for the last; each
     *     number once, unless tasks were cancelled meanwhile
     * @throws CancelledError if the task is cancelled while it waits
     * @throws BrokenBarrierException if the barrier is broken, or is broken or reset while this waits
     * @throws IllegalStateException if it has to wait and no loop runs here, or another than the one this barrier has
     *     been waited for in
     */
    public int await() {
        changed.acquire();
        try {
            awaitEntry();
            int index = count++;
            try {
                if (index + 1 == parties) {
                    state = State.DRAINING;
                    changed.signalAll();
                } else {
                    awaitOthers();
                }
                return index;
            } finally {
                count--;
                leave();
            }
        } finally {
            changed.release();
        }
    }

    private void awaitEntry() {
        changed.awaitFor(() -> state != State.DRAINING && state != State.RESETTING);
        if (state == State.BROKEN) {
            throw new BrokenBarrierException("the barrier is broken: abort() was called; reset() mends it");
        }
    }

    private void awaitOthers() {
        changed.awaitFor(() -> state != State.FILLING);
        if (state == State.BROKEN || state == State.RESETTING) {
            throw new BrokenBarrierException(
                    "the barrier was " + (state == State.BROKEN ? "aborted" : "reset") + " while this task waited");
        }
    }

    private void leave() {
        if (count == 0) {
            if (state == State.RESETTING || state == State.DRAINING) {
                state = State.FILLING;
            }
            changed.signalAll();
        }
    }

    /**
     * Waits as {@link #await} does and then runs the body: asyncio's {@code async with barrier as position}. Nothing is
     * done at the end of the body.
     *
     * <p><b>Cancellation.</b> While it waits: as in {@link #await}, and the body does not run.
     *
     * @param <T> the body's result
     * @param body what to do when all have come, given what {@link #await} returned
     * @return what the body returned
     * @throws CancelledError if the task is cancelled while it waits
     * @throws BrokenBarrierException as {@link #await}
     * @throws IllegalStateException as {@link #await}
     * @throws Exception what the body throws
     */
    public <T extends @Nullable Object> T with(Block<Integer, T> body) throws Exception {
        Objects.requireNonNull(body, "body");
        return body.call(await());
    }

    /**
     * As {@link #with(Block)}, for a body that returns nothing.
     *
     * @param body what to do when all have come, given what {@link #await} returned
     * @throws CancelledError if the task is cancelled while it waits
     * @throws BrokenBarrierException as {@link #await}
     * @throws IllegalStateException as {@link #await}
     * @throws Exception what the body throws
     */
    public void with(VoidBlock<Integer> body) throws Exception {
        Objects.requireNonNull(body, "body");
        body.run(await());
    }

    /**
     * Brings the barrier back to its beginning, a broken one too. Who waits gets a {@link BrokenBarrierException}. Waits
     * only for the barrier's inner lock.
     *
     * <p><b>Cancellation.</b> A task that is cancelled while it waits for the inner lock has not reset the barrier.
     *
     * @throws CancelledError if the task is cancelled while it waits
     * @throws IllegalStateException if it has to wait and no loop runs here, or another than the barrier's
     */
    public void reset() {
        changeTo(() -> count > 0 ? State.RESETTING : State.FILLING);
    }

    /**
     * Breaks the barrier: who waits, and who comes later, gets a {@link BrokenBarrierException}. Waits only for the
     * barrier's inner lock. {@link #reset} mends it.
     *
     * <p><b>Cancellation.</b> A task that is cancelled while it waits for the inner lock has not broken the barrier.
     *
     * @throws CancelledError if the task is cancelled while it waits
     * @throws IllegalStateException if it has to wait and no loop runs here, or another than the barrier's
     */
    public void abort() {
        changeTo(() -> State.BROKEN);
    }

    private void changeTo(Supplier<State> next) {
        changed.acquire();
        try {
            state = next.get();
            changed.signalAll();
        } finally {
            changed.release();
        }
    }

    /**
     * How many tasks must come.
     *
     * @return the number given to the constructor
     */
    public int parties() {
        return parties;
    }

    /**
     * How many tasks have come and wait for the others. asyncio's {@code n_waiting}.
     *
     * @return the number; zero while the tasks of a round leave, and while the barrier is broken
     */
    public int waiting() {
        return state == State.FILLING ? count : 0;
    }

    /**
     * Whether the barrier is broken.
     *
     * @return true from {@link #abort} to {@link #reset}
     */
    public boolean broken() {
        return state == State.BROKEN;
    }

    @Override
    public String toString() {
        String waiters = broken() ? "" : ", waiters:" + waiting() + "/" + parties;
        return "<Barrier [" + state.word + waiters + "]>";
    }
}
