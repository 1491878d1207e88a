package io.asyncio4j.lowlevel;

import java.util.List;

/**
 * Decides which of a loop's ready steps is next: for test kits, which look for races by trying other orders than
 * asyncio's.
 *
 * <p>Belongs to one loop, by its {@link Poller#stepOrder}. All methods are called on the loop's thread; {@link #stepEnded}
 * and {@link #choose} while no step is under way. These two may use the loop as a callback may: cancel tasks, say; what
 * they make ready stands behind what is ready already. What they throw ends the run of the loop.
 */
public interface StepOrder {
    /**
     * A task has suspended: it is about to wait, or to let others run. Called with the task's own frames on the stack, and
     * before {@link #stepEnded}; for a task that was started eagerly and suspends for the first time, while the step of its
     * creator is still under way. Must not throw.
     *
     * @param task an {@code io.asyncio4j.Task}
     */
    default void suspended(Object task) {}

    /**
     * The last step is over, and nothing is chosen yet; there may also be nothing ready. Called before every choice, and
     * again when the loop has waited.
     */
    default void stepEnded() {}

    /**
     * Chooses the next step. Callbacks keep their order among each other, as asyncio promises: only the first of them is
     * among the candidates. Tasks promise nothing: each that is ready is a candidate, also one that asyncio would let run in
     * the next turn only.
     *
     * @param ready at least one; each an {@code io.asyncio4j.Handle} or an {@code io.asyncio4j.Task}, in the order in which
     *     they became ready, so that the first is asyncio's choice
     * @return the index of one of them
     */
    int choose(List<?> ready);
}
