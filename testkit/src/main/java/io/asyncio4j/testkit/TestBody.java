package io.asyncio4j.testkit;

/** A coroutine that is run many times, each time as the main task of another {@link TestRun}. */
@FunctionalInterface
public interface TestBody {

    /**
     * The coroutine. Everything it works on is to be made in here: a run must not see the one before.
     *
     * @param run has the run's loop, clock and invariants
     * @throws Exception what makes the run fail
     */
    void run(TestRun run) throws Exception;
}
