package io.asyncio4j.behaviours.search.tokens;

import static io.asyncio4j.cancellation.CancellationTokens.whenAll;
import static io.asyncio4j.cancellation.CancellationTokens.whenAny;

import io.asyncio4j.testkit.CancelEverywhere;
import io.asyncio4j.testkit.Explore;
import io.asyncio4j.testkit.TestRun;
import java.util.List;

class JointWaitSearchTest {

    private static final JointWaiter ALL = (token, tasks) -> whenAll(token, tasks);
    private static final JointWaiter ANY =
            (token, tasks) -> List.of(whenAny(token, tasks).value());

    @Explore(runs = 300)
    void tokenThatIsLateDoesNotMatterToWhenAll(TestRun run) {
        JointWaitScenario.tasksInTime(run, ALL);
    }

    @Explore(runs = 300)
    void tokenThatIsLateDoesNotMatterToWhenAny(TestRun run) {
        JointWaitScenario.tasksInTime(run, ANY);
    }

    @Explore(runs = 300, cancel = true)
    void cancelledWaiterIsTold(TestRun run) {
        JointWaitScenario.tasksInTime(run, ALL);
    }

    @CancelEverywhere
    void tasksAreUnharmedWhereverWhenAllIsCancelled(TestRun run) {
        JointWaitScenario.slowTasks(run, ALL);
    }

    @CancelEverywhere
    void tasksAreUnharmedWhereverWhenAnyIsCancelled(TestRun run) {
        JointWaitScenario.slowTasks(run, ANY);
    }
}
