package io.asyncio4j.testkit;

/**
 * Looks at a {@link TestRun} from outside: what was there before it, and what it has left behind.
 *
 * <p>All methods are called on the thread that called {@link TestRun#run}, while the loop is not running, so that
 * everything of the loop may be looked at. What they find they tell {@link TestRun#found}; what they throw counts as
 * found too. One check may serve many runs, one after another.
 */
public interface RunCheck {

    /**
     * The loop has been made; nothing has run on it.
     *
     * @param run the run
     */
    default void begins(TestRun run) {}

    /**
     * The main task has ended; of what it left, tasks that had been asked to end have taken the steps that were ready, and
     * nothing else has been done. Not called if the run was broken off before that.
     *
     * @param run the run
     */
    default void mainEnded(TestRun run) {}

    /**
     * The loop is closed.
     *
     * @param run the run
     */
    default void closed(TestRun run) {}
}
