package io.asyncio4j.behaviours.search.scopes;

import io.asyncio4j.Asyncio;
import io.asyncio4j.testkit.CancelEverywhere;
import io.asyncio4j.testkit.Explore;
import io.asyncio4j.testkit.TestRun;

class SectionSearchTest {

    private static final Section SHIELDED = (limit, body) -> Asyncio.shielded(limit, body);

    @Explore(runs = 300, cancel = true)
    void shortBodyIsDoneInAnyOrder(TestRun run) {
        SectionScenario.shortBody(run, SHIELDED);
    }

    @CancelEverywhere
    void shortBodyIsDoneWhereverItIsCancelled(TestRun run) {
        SectionScenario.shortBody(run, SHIELDED);
    }

    @Explore(runs = 300, cancel = true)
    void limitHoldsInAnyOrder(TestRun run) {
        SectionScenario.longBody(run, SHIELDED);
    }

    @CancelEverywhere
    void limitHoldsWhereverTheBodyIsCancelled(TestRun run) {
        SectionScenario.longBody(run, SHIELDED);
    }

    @Explore(runs = 300, cancel = true)
    void timeoutInsideIsNotMistaken(TestRun run) {
        SectionScenario.timeoutInside(run, SHIELDED);
    }

    @CancelEverywhere
    void timeoutInsideExpiresWhereverTheSectionIsCancelled(TestRun run) {
        SectionScenario.timeoutInside(run, SHIELDED);
    }
}
