package io.asyncio4j.behaviours.search.scopes;

import static io.asyncio4j.behaviours.search.Defects.assertExplorationFinds;
import static io.asyncio4j.behaviours.search.Defects.assertPlainRunFinds;
import static io.asyncio4j.behaviours.search.Defects.assertSound;
import static io.asyncio4j.behaviours.search.Defects.assertSweepFinds;

import io.asyncio4j.behaviours.search.scopes.MappingTwin.Defect;
import io.asyncio4j.testkit.Mode;
import io.asyncio4j.testkit.TestBody;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The invariants of {@link MappingSearchTest} fail on mappings that are broken, each by one defect. */
class MappingTwinTest {

    private static TestBody results(Defect defect) {
        return run -> MappingScenario.results(run, new MappingTwin(defect), true);
    }

    private static TestBody completed(Defect defect) {
        return run -> MappingScenario.results(run, new MappingTwin(defect), false);
    }

    private static TestBody failure(Defect defect) {
        return run -> MappingScenario.failure(run, new MappingTwin(defect));
    }

    @ParameterizedTest
    @EnumSource
    void twinWithoutADefectPasses(Mode mode) throws Exception {
        assertSound(mode, results(Defect.NONE));
        assertSound(mode, completed(Defect.IN_ORDER_OF_COMPLETION));
        assertSound(mode, failure(Defect.NONE));
    }

    @ParameterizedTest
    @EnumSource
    void tooManyCallsAreFound(Mode mode) {
        assertPlainRunFinds(MappingScenario.LIMITED, mode, results(Defect.LOOKS_BUT_DOES_NOT_TAKE));
    }

    @ParameterizedTest
    @EnumSource
    void resultsInAnotherOrderAreFound(Mode mode) throws Exception {
        assertExplorationFinds(MappingScenario.IN_ORDER, mode, results(Defect.IN_ORDER_OF_COMPLETION));
    }

    @ParameterizedTest
    @EnumSource
    void lostResultIsFound(Mode mode) throws Exception {
        assertExplorationFinds(MappingScenario.ALL_ONCE, mode, completed(Defect.LOSES_A_RESULT));
    }

    @ParameterizedTest
    @EnumSource
    void callsThatAreNotWaitedForAreFound(Mode mode) throws Exception {
        assertSweepFinds(MappingScenario.CALLS_END_FIRST, mode, results(Defect.DOES_NOT_WAIT_FOR_CALLS));
    }

    @ParameterizedTest
    @EnumSource
    void lostFailureIsFound(Mode mode) throws Exception {
        assertExplorationFinds(MappingScenario.FAILURE_COMES_OUT, mode, failure(Defect.LOSES_AN_EARLY_FAILURE));
    }

    @ParameterizedTest
    @EnumSource
    void callsAfterAFailureAreFound(Mode mode) {
        assertPlainRunFinds(MappingScenario.FAILURE_STOPS_THE_REST, mode, failure(Defect.GOES_ON_AFTER_A_FAILURE));
    }
}
