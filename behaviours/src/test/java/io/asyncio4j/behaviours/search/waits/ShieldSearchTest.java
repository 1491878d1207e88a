package io.asyncio4j.behaviours.search.waits;

import io.asyncio4j.Asyncio;
import io.asyncio4j.testkit.CancelEverywhere;
import io.asyncio4j.testkit.Explore;
import io.asyncio4j.testkit.TestRun;

class ShieldSearchTest {

    private static final Protection SHIELD = Asyncio::shield;

    @Explore(runs = 300, cancel = true)
    void shieldedTaskIsUnharmed(TestRun run) {
        ShieldScenario.shielded(run, SHIELD);
    }

    @CancelEverywhere
    void shieldedTaskIsUnharmedWhereverTheWaitIsCancelled(TestRun run) {
        ShieldScenario.shielded(run, SHIELD);
    }

    @Explore(runs = 300)
    void cancellationOfTheTaskItselfPasses(TestRun run) {
        ShieldScenario.innerCancelled(run, SHIELD);
    }

    @Explore(runs = 300, cancel = true)
    void cancellationsOfBothAreToldApart(TestRun run) {
        ShieldScenario.innerCancelled(run, SHIELD);
    }
}
