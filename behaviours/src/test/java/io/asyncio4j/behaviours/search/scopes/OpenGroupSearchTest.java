package io.asyncio4j.behaviours.search.scopes;

import static io.asyncio4j.Asyncio.supervisorGroup;
import static io.asyncio4j.Asyncio.taskGroup;

import io.asyncio4j.TaskGroup;
import io.asyncio4j.VoidCoroutine;
import io.asyncio4j.testkit.CancelEverywhere;
import io.asyncio4j.testkit.Explore;
import io.asyncio4j.testkit.TestRun;

class OpenGroupSearchTest {

    private static final OpenGroup TASK_GROUP = block -> taskGroup(group -> {
        block.run(membersOf(group));
    });

    private static final OpenGroup SUPERVISOR_GROUP = block -> supervisorGroup(group -> {
        block.run(membersOf(group));
    });

    private static OpenGroup.Members membersOf(TaskGroup group) {
        return new OpenGroup.Members() {
            @Override
            public void start(VoidCoroutine child) {
                group.createTask(child);
            }

            @Override
            public void leave() {
                group.cancel();
            }
        };
    }

    @Explore(runs = 300, cancel = true)
    void groupIsLeftInAnyOrder(TestRun run) {
        OpenGroupScenario.leaving(run, TASK_GROUP);
    }

    @CancelEverywhere
    void groupIsLeftWhereverItIsCancelled(TestRun run) {
        OpenGroupScenario.leaving(run, TASK_GROUP);
    }

    @Explore(runs = 300, cancel = true)
    void supervisingGroupIsLeftInAnyOrder(TestRun run) {
        OpenGroupScenario.leaving(run, SUPERVISOR_GROUP);
    }

    @Explore(runs = 300, cancel = true)
    void siblingsOfAFailedChildFinish(TestRun run) {
        OpenGroupScenario.supervising(run, SUPERVISOR_GROUP);
    }

    @CancelEverywhere
    void failureComesOutWhereverTheGroupIsCancelled(TestRun run) {
        OpenGroupScenario.supervising(run, SUPERVISOR_GROUP);
    }
}
