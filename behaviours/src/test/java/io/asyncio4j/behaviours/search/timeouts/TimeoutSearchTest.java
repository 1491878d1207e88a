package io.asyncio4j.behaviours.search.timeouts;

import static io.asyncio4j.Asyncio.timeout;

import io.asyncio4j.testkit.CancelEverywhere;
import io.asyncio4j.testkit.Explore;
import io.asyncio4j.testkit.TestRun;

class TimeoutSearchTest {

    private static final TimeLimit TIMEOUT = (body, time) -> timeout(time, _ -> {
        body.run();
    });

    @Explore(runs = 300)
    void cancellationAtTheDeadlineIsNotMistaken(TestRun run) throws Exception {
        TimeoutScenario.slowBodyCancelledInTime(run, TIMEOUT);
    }

    @Explore(runs = 300, cancel = true)
    void cancellationsOfTwoOthersAreNotMistaken(TestRun run) throws Exception {
        TimeoutScenario.slowBodyCancelledInTime(run, TIMEOUT);
    }

    @CancelEverywhere
    void slowBodyIsStoppedWhereverItIsCancelled(TestRun run) {
        TimeoutScenario.slowBody(run, TIMEOUT);
    }

    @CancelEverywhere
    void quickBodyIsLeftInPeaceWhereverItIsCancelled(TestRun run) {
        TimeoutScenario.quickBody(run, TIMEOUT);
    }

    @CancelEverywhere
    void failureOfTheBodyTakesTheRequestBack(TestRun run) {
        TimeoutScenario.bodyThatTranslates(run, TIMEOUT);
    }
}
