package io.asyncio4j.behaviours.search.scopes;

import static io.asyncio4j.Asyncio.moveOnAfter;

import io.asyncio4j.testkit.CancelEverywhere;
import io.asyncio4j.testkit.Explore;
import io.asyncio4j.testkit.TestRun;

class MovingOnSearchTest {

    static final MovingOn MOVE_ON_AFTER = (time, body) -> moveOnAfter(time, _ -> {
        body.run();
    });

    @Explore(runs = 300)
    void cancellationInTheSameInstantIsNotMistaken(TestRun run) {
        MovingOnScenario.cancelledInTime(run, MOVE_ON_AFTER);
    }

    @Explore(runs = 300, cancel = true)
    void cancellationsOfTwoOthersAreNotMistaken(TestRun run) {
        MovingOnScenario.cancelledInTime(run, MOVE_ON_AFTER);
    }

    @Explore(runs = 300, cancel = true)
    void requestThatTheBodyHasNotNoticedIsForgotten(TestRun run) {
        MovingOnScenario.unnoticed(run, MOVE_ON_AFTER);
    }

    @CancelEverywhere
    void requestOfOthersInASectionIsKept(TestRun run) {
        MovingOnScenario.unnoticed(run, MOVE_ON_AFTER);
    }

    @Explore(runs = 300)
    void whoHasFinishedInTimeIsToldSo(TestRun run) {
        MovingOnScenario.closeFinish(run, MOVE_ON_AFTER);
    }

    @CancelEverywhere
    void bodyEndsWhereverItIsCancelled(TestRun run) {
        MovingOnScenario.goodFinish(run, MOVE_ON_AFTER);
    }

    @CancelEverywhere
    void cancellationBesideTheFinishIsThrown(TestRun run) {
        MovingOnScenario.closeFinish(run, MOVE_ON_AFTER);
    }
}
