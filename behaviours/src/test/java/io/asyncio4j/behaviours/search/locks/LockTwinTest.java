package io.asyncio4j.behaviours.search.locks;

import static io.asyncio4j.behaviours.search.Defects.assertSomeExplorationFinds;
import static io.asyncio4j.behaviours.search.Defects.assertSound;
import static io.asyncio4j.behaviours.search.Defects.assertSweepFinds;

import io.asyncio4j.behaviours.search.locks.LockTwin.Defect;
import io.asyncio4j.behaviours.search.workers.Workers;
import io.asyncio4j.testkit.Mode;
import io.asyncio4j.testkit.TestBody;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each invariant of {@link LockSearchTest} fails on a lock that is broken in one way. */
class LockTwinTest {

    private static TestBody twin(Defect defect) {
        return run -> LockScenario.play(run, new LockTwin(defect));
    }

    @ParameterizedTest
    @EnumSource
    void twinWithoutDefectPasses(Mode mode) throws Exception {
        assertSound(mode, Workers.NAME, twin(Defect.NONE));
    }

    @ParameterizedTest
    @EnumSource
    void lostWakeUpIsFound(Mode mode) throws Exception {
        assertSweepFinds(Workers.NOBODY_WAITS_IN_VAIN, mode, Workers.NAME, twin(Defect.CANCELLED_KEEPS_THE_WAKE_UP));
    }

    @ParameterizedTest
    @EnumSource
    void lockKeptByACancelledTaskIsFound(Mode mode) throws Exception {
        assertSweepFinds(LockScenario.FREE_AT_THE_END, mode, Workers.NAME, twin(Defect.CANCELLED_KEEPS_THE_LOCK));
    }

    @ParameterizedTest
    @EnumSource
    void lockHeldByTwoIsFound(Mode mode) throws Exception {
        assertSomeExplorationFinds(LockScenario.NEVER_HELD_BY_TWO, mode, twin(Defect.NEWCOMER_TAKES_IT_TOO));
    }

    @ParameterizedTest
    @EnumSource
    void overtakingIsFound(Mode mode) throws Exception {
        assertSomeExplorationFinds(LockScenario.FIRST_COME_FIRST_SERVED, mode, twin(Defect.NEWCOMER_OVERTAKES));
    }
}
