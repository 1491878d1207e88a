package io.asyncio4j.behaviours.search.groups;

import static io.asyncio4j.Asyncio.taskGroup;

import io.asyncio4j.testkit.CancelEverywhere;
import io.asyncio4j.testkit.Explore;
import io.asyncio4j.testkit.TestRun;

class TaskGroupSearchTest {

    private static final Group TASK_GROUP = block -> taskGroup(tg -> {
        block.run(tg::createTask);
    });

    @Explore(runs = 300)
    void failuresComeOutInAnyOrder(TestRun run) {
        GroupScenario.failures(run, TASK_GROUP);
    }

    @Explore(runs = 300, cancel = true)
    void failuresComeOutOfACancelledGroup(TestRun run) {
        GroupScenario.failures(run, TASK_GROUP);
    }

    @CancelEverywhere
    void failuresComeOutWhereverTheGroupIsCancelled(TestRun run) {
        GroupScenario.failures(run, TASK_GROUP);
    }

    @Explore(runs = 300)
    void childrenOfChildrenAreWaitedFor(TestRun run) {
        GroupScenario.growth(run, TASK_GROUP, false);
    }

    @Explore(runs = 300)
    void cancellationBesideTheLastChildIsNotLost(TestRun run) {
        GroupScenario.growth(run, TASK_GROUP, true);
    }

    @CancelEverywhere
    void childrenEndWhereverTheGroupIsCancelled(TestRun run) {
        GroupScenario.growth(run, TASK_GROUP, false);
    }
}
