package io.asyncio4j.behaviours.search.timeouts;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.waitFor;

import io.asyncio4j.Asyncio;
import io.asyncio4j.testkit.CancelEverywhere;
import io.asyncio4j.testkit.Explore;
import io.asyncio4j.testkit.TestRun;

class WaitForSearchTest {

    private static final TimeLimit OF_A_COROUTINE = Asyncio::waitFor;
    private static final TimeLimit OF_A_TASK = (body, time) -> waitFor(createTask(body), time);

    @Explore(runs = 300)
    void cancellationAtTheDeadlineIsNotMistaken(TestRun run) throws Exception {
        TimeoutScenario.slowBodyCancelledInTime(run, OF_A_COROUTINE);
    }

    @Explore(runs = 300)
    void cancellationAtTheDeadlineOfATaskIsNotMistaken(TestRun run) throws Exception {
        TimeoutScenario.slowBodyCancelledInTime(run, OF_A_TASK);
    }

    @Explore(runs = 300, cancel = true)
    void cancellationsOfTwoOthersAreNotMistaken(TestRun run) throws Exception {
        TimeoutScenario.slowBodyCancelledInTime(run, OF_A_TASK);
    }

    @CancelEverywhere
    void slowCoroutineIsStoppedWhereverItIsCancelled(TestRun run) {
        TimeoutScenario.slowBody(run, OF_A_COROUTINE);
    }

    @CancelEverywhere
    void slowTaskIsStoppedWhereverTheWaitIsCancelled(TestRun run) {
        TimeoutScenario.slowBody(run, OF_A_TASK);
    }

    @CancelEverywhere
    void quickTaskEndsBeforeTheWaitWhereverThatIsCancelled(TestRun run) {
        TimeoutScenario.quickBody(run, OF_A_TASK);
    }
}
