package io.asyncio4j.behaviours.search.locks;

import io.asyncio4j.behaviours.search.workers.Workers;
import io.asyncio4j.testkit.CancelEverywhere;
import io.asyncio4j.testkit.Explore;
import io.asyncio4j.testkit.TestRun;

/** {@link ConditionScenario} with the real condition. */
class ConditionSearchTest {

    @Explore(runs = 1000)
    void conditionServesAllInAnyOrder(TestRun run) {
        ConditionScenario.play(run, ConditionLike.real());
    }

    @Explore(runs = 1000, cancel = true, task = Workers.NAME)
    void conditionServesTheOthersInAnyOrderWhenOneIsCancelled(TestRun run) {
        ConditionScenario.play(run, ConditionLike.real());
    }

    @CancelEverywhere(task = Workers.NAME)
    void conditionServesTheOthersWhereverOneIsCancelled(TestRun run) {
        ConditionScenario.play(run, ConditionLike.real());
    }
}
