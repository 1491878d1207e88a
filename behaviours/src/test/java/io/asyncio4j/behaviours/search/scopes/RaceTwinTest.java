package io.asyncio4j.behaviours.search.scopes;

import static io.asyncio4j.behaviours.search.Defects.assertExplorationFinds;
import static io.asyncio4j.behaviours.search.Defects.assertPlainRunFinds;
import static io.asyncio4j.behaviours.search.Defects.assertSound;
import static io.asyncio4j.behaviours.search.Defects.assertSweepFinds;

import io.asyncio4j.behaviours.search.Outcome;
import io.asyncio4j.behaviours.search.scopes.RaceTwin.Defect;
import io.asyncio4j.testkit.Mode;
import io.asyncio4j.testkit.TestBody;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The invariants of {@link RaceSearchTest} fail on races that are broken, each by one defect. */
class RaceTwinTest {

    private static TestBody results(Defect defect) {
        return run -> RaceScenario.results(run, new RaceTwin(false, defect));
    }

    private static TestBody failureBesideAResult(Defect defect) {
        return run -> RaceScenario.failureBesideAResult(run, new RaceTwin(false, defect));
    }

    private static TestBody firstEnd(Defect defect) {
        return run -> RaceScenario.firstEnd(run, new RaceTwin(true, defect));
    }

    private static TestBody failures(Defect defect) {
        return run -> RaceScenario.failures(run, new RaceTwin(false, defect));
    }

    @ParameterizedTest
    @EnumSource
    void twinWithoutADefectPasses(Mode mode) throws Exception {
        assertSound(mode, results(Defect.NONE));
        assertSound(mode, failureBesideAResult(Defect.NONE));
        assertSound(mode, firstEnd(Defect.NONE));
        assertSound(mode, failures(Defect.NONE));
    }

    @ParameterizedTest
    @EnumSource
    void resultOfASecondIsFound(Mode mode) throws Exception {
        assertExplorationFinds(RaceScenario.FIRST_WINS, mode, results(Defect.LOOKS_IN_ORDER_OF_THE_LIST));
    }

    @ParameterizedTest
    @EnumSource
    void failureThatEndsARaceIsFound(Mode mode) throws Exception {
        assertExplorationFinds(RaceScenario.FIRST_WINS, mode, failureBesideAResult(Defect.FAILURE_ENDS_IT));
    }

    @ParameterizedTest
    @EnumSource
    void secondEndIsFound(Mode mode) throws Exception {
        TestBody race = run -> RaceScenario.firstEnd(run, new RaceTwin(false, Defect.NONE));
        assertExplorationFinds(RaceScenario.FIRST_END_COUNTS, mode, race);
    }

    @ParameterizedTest
    @EnumSource
    void losersThatAreNotWaitedForAreFound(Mode mode) {
        assertPlainRunFinds(RaceScenario.LOSERS_END_FIRST, mode, results(Defect.DOES_NOT_WAIT_FOR_LOSERS));
    }

    @ParameterizedTest
    @EnumSource
    void losersThatRunOnAreFound(Mode mode) {
        assertPlainRunFinds(RaceScenario.LOSERS_ARE_STOPPED, mode, results(Defect.LETS_LOSERS_RUN));
    }

    @ParameterizedTest
    @EnumSource
    void swallowedCancellationIsFound(Mode mode) throws Exception {
        assertSweepFinds(Outcome.DELIVERY, mode, results(Defect.SWALLOWS_THE_CANCELLATION));
    }

    @ParameterizedTest
    @EnumSource
    void failuresInAnotherOrderAreFound(Mode mode) throws Exception {
        assertExplorationFinds(RaceScenario.ALL_FAILURES, mode, failures(Defect.IN_ORDER_OF_FAILURE));
    }
}
