package io.asyncio4j.behaviours.search.locks;

import io.asyncio4j.behaviours.search.workers.Workers;
import io.asyncio4j.testkit.CancelEverywhere;
import io.asyncio4j.testkit.Explore;
import io.asyncio4j.testkit.TestRun;

/** {@link EventScenario} with the real event. */
class EventSearchTest {

    @Explore(runs = 1000)
    void eventReleasesAllInAnyOrder(TestRun run) {
        EventScenario.play(run, EventLike.real());
    }

    @Explore(runs = 1000, cancel = true, task = Workers.NAME)
    void eventReleasesTheOthersInAnyOrderWhenOneIsCancelled(TestRun run) {
        EventScenario.play(run, EventLike.real());
    }

    @CancelEverywhere(task = Workers.NAME)
    void eventReleasesTheOthersWhereverOneIsCancelled(TestRun run) {
        EventScenario.play(run, EventLike.real());
    }
}
