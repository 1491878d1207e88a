package io.asyncio4j.behaviours.search.locks;

import static io.asyncio4j.behaviours.search.Defects.assertSomeExplorationFinds;
import static io.asyncio4j.behaviours.search.Defects.assertSound;
import static io.asyncio4j.behaviours.search.Defects.assertSweepFinds;

import io.asyncio4j.behaviours.search.locks.SemaphoreTwin.Defect;
import io.asyncio4j.behaviours.search.workers.Workers;
import io.asyncio4j.testkit.Mode;
import io.asyncio4j.testkit.TestBody;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each invariant of {@link SemaphoreSearchTest} fails on a semaphore that is broken in one way. */
class SemaphoreTwinTest {

    private static TestBody twin(Defect defect) {
        return run -> SemaphoreScenario.playBounded(run, new SemaphoreTwin(SemaphoreScenario.PERMITS, defect));
    }

    @ParameterizedTest
    @EnumSource
    void twinWithoutDefectPasses(Mode mode) throws Exception {
        assertSound(mode, Workers.NAME, twin(Defect.NONE));
    }

    @ParameterizedTest
    @EnumSource
    void lostPermitIsFound(Mode mode) throws Exception {
        assertSweepFinds(SemaphoreScenario.ALL_COME_BACK, mode, Workers.NAME, twin(Defect.CANCELLED_KEEPS_THE_PERMIT));
    }

    @ParameterizedTest
    @EnumSource
    void permitFromNowhereIsFound(Mode mode) throws Exception {
        assertSweepFinds(
                SemaphoreScenario.NEVER_MORE_OUT_THAN_THERE_ARE,
                mode,
                Workers.NAME,
                twin(Defect.CANCELLED_GIVES_BACK_WHAT_IT_HAS_NOT));
    }

    @ParameterizedTest
    @EnumSource
    void lostWakeUpIsFound(Mode mode) throws Exception {
        assertSomeExplorationFinds(Workers.NOBODY_WAITS_IN_VAIN, mode, twin(Defect.WAKES_FOR_THE_FIRST_PERMIT_ONLY));
    }

    @ParameterizedTest
    @EnumSource
    void permitGrantedTwiceIsFound(Mode mode) throws Exception {
        assertSomeExplorationFinds(
                SemaphoreScenario.NEVER_MORE_OUT_THAN_THERE_ARE, mode, twin(Defect.NEWCOMER_TAKES_ONE_TOO));
    }

    @ParameterizedTest
    @EnumSource
    void overtakingIsFound(Mode mode) throws Exception {
        assertSomeExplorationFinds(SemaphoreScenario.NEWCOMER_DOES_NOT_OVERTAKE, mode, twin(Defect.NEWCOMER_OVERTAKES));
    }

    @ParameterizedTest
    @EnumSource
    void releaseTooManyIsFound(Mode mode) throws Exception {
        assertSweepFinds(
                SemaphoreScenario.TOO_MANY_ARE_REFUSED, mode, Workers.NAME, twin(Defect.CANCELLED_MAY_RELEASE));
    }
}
