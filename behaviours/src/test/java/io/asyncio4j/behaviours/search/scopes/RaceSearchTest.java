package io.asyncio4j.behaviours.search.scopes;

import io.asyncio4j.Asyncio;
import io.asyncio4j.testkit.CancelEverywhere;
import io.asyncio4j.testkit.Explore;
import io.asyncio4j.testkit.TestRun;

class RaceSearchTest {

    private static final Racing RACE = coroutines -> Asyncio.race(coroutines);
    private static final Racing FIRST_COMPLETED = coroutines -> Asyncio.firstCompleted(coroutines);

    @Explore(runs = 300)
    void firstResultWins(TestRun run) {
        RaceScenario.results(run, RACE);
    }

    @Explore(runs = 300, cancel = true)
    void losersEndBeforeACancelledRace(TestRun run) {
        RaceScenario.results(run, RACE);
    }

    @CancelEverywhere
    void losersEndFirstWhereverTheRaceIsCancelled(TestRun run) {
        RaceScenario.results(run, RACE);
    }

    @Explore(runs = 300, cancel = true)
    void failureDoesNotEndTheRace(TestRun run) {
        RaceScenario.failureBesideAResult(run, RACE);
    }

    @Explore(runs = 300, cancel = true)
    void allFailuresComeOut(TestRun run) {
        RaceScenario.failures(run, RACE);
    }

    @CancelEverywhere
    void allFailuresComeOutUnlessTheRaceIsCancelled(TestRun run) {
        RaceScenario.failures(run, RACE);
    }

    @Explore(runs = 300)
    void firstEndEndsIt(TestRun run) {
        RaceScenario.firstEnd(run, FIRST_COMPLETED);
    }

    @Explore(runs = 300, cancel = true)
    void firstEndEndsItUnlessItIsCancelled(TestRun run) {
        RaceScenario.firstEnd(run, FIRST_COMPLETED);
    }

    @CancelEverywhere
    void othersEndFirstWhereverItIsCancelled(TestRun run) {
        RaceScenario.firstEnd(run, FIRST_COMPLETED);
    }
}
