package io.asyncio4j.behaviours.search.waits;

import static io.asyncio4j.ReturnWhen.ALL_COMPLETED;
import static io.asyncio4j.ReturnWhen.FIRST_COMPLETED;

import io.asyncio4j.Asyncio;
import io.asyncio4j.testkit.CancelEverywhere;
import io.asyncio4j.testkit.Explore;
import io.asyncio4j.testkit.TestRun;

class WaitSearchTest {

    private static final Waiter WAIT = Asyncio::wait;

    @Explore(runs = 300)
    void waitForTheFirstTellsWhatIsDone(TestRun run) {
        WaitScenario.play(run, WAIT, FIRST_COMPLETED);
    }

    @Explore(runs = 300)
    void waitForAllEndsWithTheLast(TestRun run) {
        WaitScenario.play(run, WAIT, ALL_COMPLETED);
    }

    @Explore(runs = 300, cancel = true)
    void tasksAreUnharmedByACancelledWait(TestRun run) {
        WaitScenario.play(run, WAIT, ALL_COMPLETED);
    }

    @CancelEverywhere
    void tasksAreUnharmedWhereverTheWaitIsCancelled(TestRun run) {
        WaitScenario.play(run, WAIT, FIRST_COMPLETED);
    }
}
