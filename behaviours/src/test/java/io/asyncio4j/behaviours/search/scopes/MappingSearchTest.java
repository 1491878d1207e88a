package io.asyncio4j.behaviours.search.scopes;

import static io.asyncio4j.Asyncio.gather;
import static io.asyncio4j.Asyncio.map;
import static io.asyncio4j.Asyncio.mapAsCompleted;

import io.asyncio4j.Coroutine;
import io.asyncio4j.testkit.CancelEverywhere;
import io.asyncio4j.testkit.Explore;
import io.asyncio4j.testkit.TestRun;
import java.util.ArrayList;
import java.util.List;

class MappingSearchTest {

    private static final Mapping MAP = (limit, items, function) -> map(limit, items, function);

    private static final Mapping AS_COMPLETED = (limit, items, function) -> {
        List<String> results = new ArrayList<>();
        mapAsCompleted(limit, items, function, completed -> {
            completed.forEach(results::add);
        });
        return results;
    };

    private static final Mapping GATHER = (limit, items, function) -> {
        List<Coroutine<String>> coroutines = new ArrayList<>();
        items.forEach(item -> coroutines.add(() -> function.call(item)));
        return gather(limit, coroutines).await();
    };

    @Explore(runs = 300)
    void resultsStandInOrder(TestRun run) {
        MappingScenario.results(run, MAP, true);
    }

    @Explore(runs = 300, cancel = true)
    void callsEndBeforeACancelledMapping(TestRun run) {
        MappingScenario.results(run, MAP, true);
    }

    @CancelEverywhere
    void callsEndFirstWhereverTheMappingIsCancelled(TestRun run) {
        MappingScenario.results(run, MAP, true);
    }

    @Explore(runs = 300, cancel = true)
    void failureComesOutFirst(TestRun run) {
        MappingScenario.failure(run, MAP);
    }

    @CancelEverywhere
    void failureComesOutUnlessTheMappingIsCancelled(TestRun run) {
        MappingScenario.failure(run, MAP);
    }

    @Explore(runs = 300, cancel = true)
    void resultsComeAsTheyAreCompleted(TestRun run) {
        MappingScenario.results(run, AS_COMPLETED, false);
    }

    @CancelEverywhere
    void callsEndFirstWhereverTheIterationIsCancelled(TestRun run) {
        MappingScenario.results(run, AS_COMPLETED, false);
    }

    @Explore(runs = 300, cancel = true)
    void failureEndsTheIteration(TestRun run) {
        MappingScenario.failure(run, AS_COMPLETED);
    }

    @Explore(runs = 300, cancel = true)
    void resultsOfALimitedGatheringStandInOrder(TestRun run) {
        MappingScenario.results(run, GATHER, true);
    }

    @CancelEverywhere
    void coroutinesEndFirstWhereverTheGatheringIsCancelled(TestRun run) {
        MappingScenario.results(run, GATHER, true);
    }

    @Explore(runs = 300, cancel = true)
    void failureComesOutOfALimitedGathering(TestRun run) {
        MappingScenario.failure(run, GATHER);
    }
}
