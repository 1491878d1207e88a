package io.asyncio4j.behaviours.search.locks;

import static io.asyncio4j.behaviours.search.Defects.assertSomeExplorationFinds;
import static io.asyncio4j.behaviours.search.Defects.assertSound;
import static io.asyncio4j.behaviours.search.Defects.assertSweepFinds;

import io.asyncio4j.behaviours.search.locks.ConditionTwin.Defect;
import io.asyncio4j.behaviours.search.workers.Workers;
import io.asyncio4j.testkit.Mode;
import io.asyncio4j.testkit.TestBody;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each invariant of {@link ConditionSearchTest} fails on a condition that is broken in one way. */
class ConditionTwinTest {

    private static TestBody twin(Defect defect) {
        return run -> ConditionScenario.play(run, new ConditionTwin(defect));
    }

    @ParameterizedTest
    @EnumSource
    void twinWithoutDefectPasses(Mode mode) throws Exception {
        assertSound(mode, Workers.NAME, twin(Defect.NONE));
    }

    @ParameterizedTest
    @EnumSource
    void lostSignalIsFound(Mode mode) throws Exception {
        assertSweepFinds(
                ConditionScenario.NOBODY_MISSES_A_SIGNAL, mode, Workers.NAME, twin(Defect.CANCELLED_KEEPS_THE_SIGNAL));
    }

    @ParameterizedTest
    @EnumSource
    void waitThatEndsWithoutTheLockIsFound(Mode mode) throws Exception {
        assertSweepFinds(ConditionScenario.HELD_WHEN_A_WAIT_ENDS, mode, Workers.NAME, twin(Defect.LEAVES_A_FREE_LOCK));
    }

    @ParameterizedTest
    @EnumSource
    void lockHeldByTwoIsFound(Mode mode) throws Exception {
        assertSweepFinds(ConditionScenario.NEVER_HELD_BY_TWO, mode, Workers.NAME, twin(Defect.LEAVES_WITHOUT_THE_LOCK));
    }

    @ParameterizedTest
    @EnumSource
    void swallowedCancellationIsFound(Mode mode) throws Exception {
        assertSweepFinds(Workers.CANCELLED_ALONE, mode, Workers.NAME, twin(Defect.SWALLOWS_THE_CANCELLATION));
    }

    @ParameterizedTest
    @EnumSource
    void lockKeptByACancelledTaskIsFound(Mode mode) throws Exception {
        assertSweepFinds(ConditionScenario.FREE_AT_THE_END, mode, Workers.NAME, twin(Defect.HAS_A_BROKEN_LOCK));
    }

    @ParameterizedTest
    @EnumSource
    void wakeUpWithoutReasonIsFound(Mode mode) throws Exception {
        assertSomeExplorationFinds(ConditionScenario.WHAT_WAS_AWAITED_HOLDS, mode, twin(Defect.ASKS_ONCE));
    }

    @ParameterizedTest
    @EnumSource
    void lockTakenForNobodyIsFound(Mode mode) throws Exception {
        assertSweepFinds(Workers.NOBODY_WAITS_IN_VAIN, mode, Workers.NAME, twin(Defect.TAKES_THE_LOCK_IN_A_TASK));
    }

    @ParameterizedTest
    @EnumSource
    void releaseOfWhatIsNotHeldIsFound(Mode mode) throws Exception {
        assertSweepFinds(Workers.NOBODY_FAILS, mode, Workers.NAME, twin(Defect.TAKES_THE_LOCK_IN_A_TASK));
    }
}
