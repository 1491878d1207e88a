package io.asyncio4j.behaviours.search.locks;

import static io.asyncio4j.behaviours.search.Defects.assertSomeExplorationFinds;
import static io.asyncio4j.behaviours.search.Defects.assertSound;
import static io.asyncio4j.behaviours.search.Defects.assertSoundInAnyOrder;
import static io.asyncio4j.behaviours.search.Defects.assertSweepFinds;

import io.asyncio4j.behaviours.search.locks.BarrierTwin.Defect;
import io.asyncio4j.behaviours.search.workers.Workers;
import io.asyncio4j.testkit.Mode;
import io.asyncio4j.testkit.TestBody;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each invariant of {@link BarrierSearchTest} fails on a barrier that is broken in one way. */
class BarrierTwinTest {

    private static BarrierLike twin(Defect defect) {
        return new BarrierTwin(BarrierScenario.PARTIES, defect);
    }

    private static TestBody rounds(Defect defect) {
        return run -> BarrierRounds.play(run, twin(defect));
    }

    private static TestBody fillUp(Defect defect) {
        return run -> BarrierScenario.fillUp(run, twin(defect));
    }

    private static TestBody reset(Defect defect) {
        return run -> BarrierScenario.reset(run, twin(defect));
    }

    private static TestBody abort(Defect defect) {
        return run -> BarrierScenario.abort(run, twin(defect));
    }

    @ParameterizedTest
    @EnumSource
    void twinWithoutDefectPasses(Mode mode) throws Exception {
        assertSound(mode, Workers.NAME, fillUp(Defect.NONE));
        assertSound(mode, Workers.NAME, reset(Defect.NONE));
        assertSound(mode, Workers.NAME, abort(Defect.NONE));
    }

    @ParameterizedTest
    @EnumSource
    void twinWithoutDefectKeepsRoundsApart(Mode mode) throws Exception {
        assertSoundInAnyOrder(mode, rounds(Defect.NONE));
    }

    @ParameterizedTest
    @EnumSource
    void mixedRoundsAreFound(Mode mode) throws Exception {
        assertSomeExplorationFinds(BarrierRounds.ROUNDS_DO_NOT_MIX, mode, rounds(Defect.DOES_NOT_DRAIN));
    }

    @ParameterizedTest
    @EnumSource
    void positionGivenTwiceIsFound(Mode mode) throws Exception {
        assertSomeExplorationFinds(BarrierRounds.EACH_POSITION_ONCE, mode, rounds(Defect.DOES_NOT_DRAIN));
    }

    @ParameterizedTest
    @EnumSource
    void wrongCountIsFound(Mode mode) throws Exception {
        assertSweepFinds(BarrierScenario.COUNT_IS_TRUE, mode, Workers.NAME, fillUp(Defect.CANCELLED_STILL_COUNTS));
    }

    @ParameterizedTest
    @EnumSource
    void barrierThatNeverEmptiesIsFound(Mode mode) throws Exception {
        assertSweepFinds(Workers.NOBODY_WAITS_IN_VAIN, mode, Workers.NAME, fillUp(Defect.CANCELLED_DOES_NOT_LEAVE));
    }

    @ParameterizedTest
    @EnumSource
    void resetThatNeverEndsIsFound(Mode mode) throws Exception {
        assertSweepFinds(BarrierScenario.CAN_BE_USED_AGAIN, mode, Workers.NAME, reset(Defect.CANCELLED_DOES_NOT_LEAVE));
    }

    @ParameterizedTest
    @EnumSource
    void breakThatIsNotSeenIsFound(Mode mode) throws Exception {
        assertSomeExplorationFinds(
                BarrierScenario.NOBODY_WAITS_AT_A_BROKEN_ONE, mode, abort(Defect.NEWCOMER_DOES_NOT_SEE_THE_BREAK));
    }
}
