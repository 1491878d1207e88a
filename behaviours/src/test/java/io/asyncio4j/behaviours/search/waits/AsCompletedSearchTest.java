package io.asyncio4j.behaviours.search.waits;

import static io.asyncio4j.Asyncio.asCompleted;

import io.asyncio4j.testkit.CancelEverywhere;
import io.asyncio4j.testkit.Explore;
import io.asyncio4j.testkit.TestRun;

class AsCompletedSearchTest {

    private static final Completion AS_COMPLETED = tasks -> asCompleted(tasks).coroutines();

    @Explore(runs = 300)
    void eachConsumerGetsAResult(TestRun run) {
        AsCompletedScenario.play(run, AS_COMPLETED);
    }

    @Explore(runs = 300, cancel = true, task = AsCompletedScenario.CONSUMER)
    void otherConsumersGetTheirsWhenOneIsCancelled(TestRun run) {
        AsCompletedScenario.play(run, AS_COMPLETED);
    }

    @CancelEverywhere(task = AsCompletedScenario.CONSUMER)
    void otherConsumersGetTheirsWhereverOneIsCancelled(TestRun run) {
        AsCompletedScenario.play(run, AS_COMPLETED);
    }
}
