package io.asyncio4j.behaviours.search.scopes;

import io.asyncio4j.testkit.CancelEverywhere;
import io.asyncio4j.testkit.Explore;
import io.asyncio4j.testkit.TestRun;

class EndingSearchTest {

    private static final Ending CANCEL_AND_WAIT = task -> task.cancelAndWait();

    @Explore(runs = 300)
    void taskEndsFirst(TestRun run) {
        EndingScenario.play(run, CANCEL_AND_WAIT);
    }

    @Explore(runs = 300, cancel = true)
    void cancellationOfTheCallerIsNotTakenForTheTasks(TestRun run) {
        EndingScenario.play(run, CANCEL_AND_WAIT);
    }

    @CancelEverywhere
    void cancellationOfTheCallerIsThrownWhereverItComes(TestRun run) {
        EndingScenario.play(run, CANCEL_AND_WAIT);
    }
}
