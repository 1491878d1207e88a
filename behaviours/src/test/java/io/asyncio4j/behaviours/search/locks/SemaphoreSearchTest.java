package io.asyncio4j.behaviours.search.locks;

import io.asyncio4j.behaviours.search.workers.Workers;
import io.asyncio4j.testkit.CancelEverywhere;
import io.asyncio4j.testkit.Explore;
import io.asyncio4j.testkit.TestRun;

/** {@link SemaphoreScenario} with the real semaphores. */
class SemaphoreSearchTest {

    @Explore(runs = 1000)
    void semaphoreServesAllInAnyOrder(TestRun run) {
        SemaphoreScenario.play(run, SemaphoreLike.real(SemaphoreScenario.PERMITS));
    }

    @Explore(runs = 1000, cancel = true, task = Workers.NAME)
    void semaphoreServesTheOthersInAnyOrderWhenOneIsCancelled(TestRun run) {
        SemaphoreScenario.play(run, SemaphoreLike.real(SemaphoreScenario.PERMITS));
    }

    @CancelEverywhere(task = Workers.NAME)
    void semaphoreServesTheOthersWhereverOneIsCancelled(TestRun run) {
        SemaphoreScenario.play(run, SemaphoreLike.real(SemaphoreScenario.PERMITS));
    }

    @Explore(runs = 1000)
    void boundedSemaphoreServesAllInAnyOrder(TestRun run) {
        SemaphoreScenario.playBounded(run, SemaphoreLike.realBounded(SemaphoreScenario.PERMITS));
    }

    @Explore(runs = 1000, cancel = true, task = Workers.NAME)
    void boundedSemaphoreServesTheOthersInAnyOrderWhenOneIsCancelled(TestRun run) {
        SemaphoreScenario.playBounded(run, SemaphoreLike.realBounded(SemaphoreScenario.PERMITS));
    }

    @CancelEverywhere(task = Workers.NAME)
    void boundedSemaphoreServesTheOthersWhereverOneIsCancelled(TestRun run) {
        SemaphoreScenario.playBounded(run, SemaphoreLike.realBounded(SemaphoreScenario.PERMITS));
    }
}
