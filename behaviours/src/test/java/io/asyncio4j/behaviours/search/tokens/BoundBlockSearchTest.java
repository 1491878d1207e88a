package io.asyncio4j.behaviours.search.tokens;

import static io.asyncio4j.cancellation.CancellationTokens.createTask;
import static io.asyncio4j.cancellation.CancellationTokens.taskGroup;
import static io.asyncio4j.cancellation.CancellationTokens.withToken;

import io.asyncio4j.testkit.CancelEverywhere;
import io.asyncio4j.testkit.Explore;
import io.asyncio4j.testkit.TestRun;

class BoundBlockSearchTest {

    private static final BoundBlock BLOCK = (token, body) -> withToken(token, body);
    private static final BoundBlock GROUP = (token, body) -> taskGroup(token, tg -> {
        tg.createTask(body);
    });
    private static final BoundBlock TASK_OF_A_GROUP = (token, body) -> taskGroup(token, tg -> {
        createTask(tg, body, token);
    });
    private static final BoundBlock TASK = (token, body) -> {
        var _ = createTask(body, token).await();
    };

    @Explore(runs = 300, cancel = true)
    void blockHearsOfItsTokenAndOfOthers(TestRun run) {
        BoundBlockScenario.shortBody(run, BLOCK);
    }

    @Explore(runs = 300, cancel = true)
    void groupHearsOfItsTokenAndOfOthers(TestRun run) {
        BoundBlockScenario.shortBody(run, GROUP);
    }

    @Explore(runs = 300, cancel = true)
    void taskHearsOfItsTokenAndOfOthers(TestRun run) {
        BoundBlockScenario.shortBody(run, TASK);
    }

    @Explore(runs = 300)
    void blockNeverBeginsLate(TestRun run) {
        BoundBlockScenario.lateBody(run, BLOCK);
    }

    @Explore(runs = 300)
    void taskOfAGroupNeverBeginsLate(TestRun run) {
        BoundBlockScenario.lateBody(run, TASK_OF_A_GROUP);
    }

    @Explore(runs = 300)
    void taskNeverBeginsLate(TestRun run) {
        BoundBlockScenario.lateBody(run, TASK);
    }

    @CancelEverywhere
    void blockLetsGoOfItsTokenWhereverItIsCancelled(TestRun run) {
        BoundBlockScenario.shortBody(run, BLOCK);
    }

    @CancelEverywhere
    void blockIsStoppedWhereverItIsCancelled(TestRun run) {
        BoundBlockScenario.longBody(run, BLOCK);
    }

    @CancelEverywhere
    void groupIsStoppedWhereverItIsCancelled(TestRun run) {
        BoundBlockScenario.longBody(run, GROUP);
    }

    @CancelEverywhere
    void taskIsStoppedWhereverItsWaiterIsCancelled(TestRun run) {
        BoundBlockScenario.longBody(run, TASK);
    }
}
