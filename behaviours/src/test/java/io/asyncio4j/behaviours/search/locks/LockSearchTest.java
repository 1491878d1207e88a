package io.asyncio4j.behaviours.search.locks;

import io.asyncio4j.behaviours.search.workers.Workers;
import io.asyncio4j.testkit.CancelEverywhere;
import io.asyncio4j.testkit.Explore;
import io.asyncio4j.testkit.TestRun;

/** {@link LockScenario} with the real lock. */
class LockSearchTest {

    @Explore(runs = 1000)
    void lockServesAllInAnyOrder(TestRun run) {
        LockScenario.play(run, LockLike.real());
    }

    @Explore(runs = 1000, cancel = true, task = Workers.NAME)
    void lockServesTheOthersInAnyOrderWhenOneIsCancelled(TestRun run) {
        LockScenario.play(run, LockLike.real());
    }

    @CancelEverywhere(task = Workers.NAME)
    void lockServesTheOthersWhereverOneIsCancelled(TestRun run) {
        LockScenario.play(run, LockLike.real());
    }
}
