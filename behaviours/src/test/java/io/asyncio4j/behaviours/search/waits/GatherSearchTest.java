package io.asyncio4j.behaviours.search.waits;

import static io.asyncio4j.Asyncio.gather;

import io.asyncio4j.testkit.CancelEverywhere;
import io.asyncio4j.testkit.Explore;
import io.asyncio4j.testkit.TestRun;

class GatherSearchTest {

    private static final Gathering GATHER = children -> gather(children).await();

    private static final Gathering RETURNING_EXCEPTIONS = children ->
            gather(true, children).await().stream().map(String.class::cast).toList();

    @Explore(runs = 300)
    void resultsStandInOrder(TestRun run) {
        GatherScenario.results(run, GATHER, false);
    }

    @Explore(runs = 300, cancel = true)
    void childrenAreCancelledWithTheGathering(TestRun run) {
        GatherScenario.results(run, GATHER, false);
    }

    @CancelEverywhere
    void childrenAreCancelledWhereverTheGatheringIs(TestRun run) {
        GatherScenario.results(run, GATHER, false);
    }

    @Explore(runs = 300, cancel = true)
    void childrenEndBeforeAGatheringThatReturnsExceptions(TestRun run) {
        GatherScenario.results(run, RETURNING_EXCEPTIONS, true);
    }

    @CancelEverywhere
    void childrenEndFirstWhereverTheGatheringIsCancelled(TestRun run) {
        GatherScenario.results(run, RETURNING_EXCEPTIONS, true);
    }

    @Explore(runs = 300)
    void failureComesOut(TestRun run) {
        GatherScenario.failure(run, GATHER);
    }

    @CancelEverywhere
    void failureComesOutUnlessTheGatheringIsCancelled(TestRun run) {
        GatherScenario.failure(run, GATHER);
    }
}
