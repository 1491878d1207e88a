package io.asyncio4j.behaviours.search.waits;

import static io.asyncio4j.behaviours.search.Defects.assertExplorationFinds;
import static io.asyncio4j.behaviours.search.Defects.assertSound;
import static io.asyncio4j.behaviours.search.Defects.assertSweepFinds;

import io.asyncio4j.behaviours.search.waits.GatherTwin.Defect;
import io.asyncio4j.testkit.Mode;
import io.asyncio4j.testkit.TestBody;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The invariants of {@link GatherSearchTest} fail on gatherings that are broken, each by one defect. */
class GatherTwinTest {

    private static TestBody results(Defect defect) {
        return run -> GatherScenario.results(run, new GatherTwin(defect), true);
    }

    private static TestBody failure(Defect defect) {
        return run -> GatherScenario.failure(run, new GatherTwin(defect));
    }

    @ParameterizedTest
    @EnumSource
    void twinWithoutADefectPasses(Mode mode) throws Exception {
        assertSound(mode, results(Defect.NONE));
        assertSound(mode, failure(Defect.NONE));
    }

    @ParameterizedTest
    @EnumSource
    void resultsInAnotherOrderAreFound(Mode mode) throws Exception {
        assertExplorationFinds(GatherScenario.ALL_IN_ORDER, mode, results(Defect.IN_ORDER_OF_COMPLETION));
    }

    @ParameterizedTest
    @EnumSource
    void childrenThatRunOnAreFound(Mode mode) throws Exception {
        assertSweepFinds(GatherScenario.CANCELS_THE_CHILDREN, mode, results(Defect.LEAVES_CHILDREN_RUNNING));
    }

    @ParameterizedTest
    @EnumSource
    void childrenThatAreNotWaitedForAreFound(Mode mode) throws Exception {
        assertSweepFinds(GatherScenario.ENDS_LAST, mode, results(Defect.DOES_NOT_WAIT_FOR_CHILDREN));
    }

    @ParameterizedTest
    @EnumSource
    void lostFailureIsFound(Mode mode) throws Exception {
        assertExplorationFinds(GatherScenario.FAILURE_COMES_OUT, mode, failure(Defect.LOSES_EARLY_FAILURES));
    }

    @ParameterizedTest
    @EnumSource
    void harmedSiblingsAreFound(Mode mode) throws Exception {
        assertExplorationFinds(GatherScenario.LEAVES_SIBLINGS, mode, failure(Defect.CANCELS_SIBLINGS));
    }
}
