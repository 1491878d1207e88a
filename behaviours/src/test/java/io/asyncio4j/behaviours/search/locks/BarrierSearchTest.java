package io.asyncio4j.behaviours.search.locks;

import io.asyncio4j.behaviours.search.workers.Workers;
import io.asyncio4j.testkit.CancelEverywhere;
import io.asyncio4j.testkit.Explore;
import io.asyncio4j.testkit.TestRun;

/** {@link BarrierRounds} and {@link BarrierScenario} with the real barrier. */
class BarrierSearchTest {

    private static BarrierLike barrier() {
        return BarrierLike.real(BarrierScenario.PARTIES);
    }

    @Explore(runs = 1000)
    void roundsFollowEachOtherInAnyOrder(TestRun run) {
        BarrierRounds.play(run, barrier());
    }

    @Explore(runs = 500)
    void nobodyIsLeftBehindWhenAnIncompleteRoundIsFilledUp(TestRun run) {
        BarrierScenario.fillUp(run, barrier());
    }

    @Explore(runs = 500, cancel = true, task = Workers.NAME)
    void nobodyIsLeftBehindInAnyOrderWhenOneIsCancelledAndAnIncompleteRoundIsFilledUp(TestRun run) {
        BarrierScenario.fillUp(run, barrier());
    }

    @CancelEverywhere(task = Workers.NAME)
    void nobodyIsLeftBehindWhereverOneIsCancelledAndAnIncompleteRoundIsFilledUp(TestRun run) {
        BarrierScenario.fillUp(run, barrier());
    }

    @Explore(runs = 500)
    void nobodyIsLeftBehindWhenTheBarrierIsReset(TestRun run) {
        BarrierScenario.reset(run, barrier());
    }

    @Explore(runs = 500, cancel = true, task = Workers.NAME)
    void nobodyIsLeftBehindInAnyOrderWhenOneIsCancelledAndTheBarrierIsReset(TestRun run) {
        BarrierScenario.reset(run, barrier());
    }

    @CancelEverywhere(task = Workers.NAME)
    void nobodyIsLeftBehindWhereverOneIsCancelledAndTheBarrierIsReset(TestRun run) {
        BarrierScenario.reset(run, barrier());
    }

    @Explore(runs = 500)
    void nobodyIsLeftBehindWhenTheBarrierIsBroken(TestRun run) {
        BarrierScenario.abort(run, barrier());
    }

    @Explore(runs = 500, cancel = true, task = Workers.NAME)
    void nobodyIsLeftBehindInAnyOrderWhenOneIsCancelledAndTheBarrierIsBroken(TestRun run) {
        BarrierScenario.abort(run, barrier());
    }

    @CancelEverywhere(task = Workers.NAME)
    void nobodyIsLeftBehindWhereverOneIsCancelledAndTheBarrierIsBroken(TestRun run) {
        BarrierScenario.abort(run, barrier());
    }
}
