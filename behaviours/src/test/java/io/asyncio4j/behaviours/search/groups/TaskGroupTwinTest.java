package io.asyncio4j.behaviours.search.groups;

import static io.asyncio4j.behaviours.search.Defects.assertExplorationFinds;
import static io.asyncio4j.behaviours.search.Defects.assertSound;
import static io.asyncio4j.behaviours.search.Defects.assertSweepFinds;

import io.asyncio4j.behaviours.search.Outcome;
import io.asyncio4j.behaviours.search.groups.TaskGroupTwin.Defect;
import io.asyncio4j.testkit.Mode;
import io.asyncio4j.testkit.TestBody;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The invariants of {@link TaskGroupSearchTest} fail on groups that are broken, each by one defect. */
class TaskGroupTwinTest {

    private static TestBody failures(Defect defect) {
        return run -> GroupScenario.failures(run, new TaskGroupTwin(defect));
    }

    private static TestBody growth(Defect defect) {
        return run -> GroupScenario.growth(run, new TaskGroupTwin(defect), false);
    }

    @ParameterizedTest
    @EnumSource
    void twinWithoutADefectPasses(Mode mode) throws Exception {
        assertSound(mode, failures(Defect.NONE));
        assertSound(mode, growth(Defect.NONE));
    }

    @ParameterizedTest
    @EnumSource
    void childrenLeftByASecondInterruptionAreFound(Mode mode) throws Exception {
        assertSweepFinds(GroupScenario.CHILDREN_END_FIRST, mode, failures(Defect.WAITS_ONCE));
    }

    @ParameterizedTest
    @EnumSource
    void childrenOfChildrenLeftAreFound(Mode mode) throws Exception {
        assertExplorationFinds(GroupScenario.CHILDREN_END_FIRST, mode, growth(Defect.WAITS_FOR_THE_FIRST_ONLY));
    }

    @ParameterizedTest
    @EnumSource
    void requestNotTakenBackIsFound(Mode mode) throws Exception {
        assertExplorationFinds(Outcome.COUNT, mode, failures(Defect.FORGETS_TO_UNCANCEL));
    }

    @ParameterizedTest
    @EnumSource
    void swallowedCancellationIsFound(Mode mode) throws Exception {
        assertSweepFinds(Outcome.DELIVERY, mode, failures(Defect.SWALLOWS_THE_CANCELLATION_OF_OTHERS));
    }

    @ParameterizedTest
    @EnumSource
    void lostFailureIsFound(Mode mode) throws Exception {
        assertExplorationFinds(GroupScenario.NO_FAILURE_IS_LOST, mode, failures(Defect.DROPS_LATE_FAILURES));
    }

    @ParameterizedTest
    @EnumSource
    void childrenThatRunOnAreFound(Mode mode) throws Exception {
        assertSweepFinds(GroupScenario.STOPS_THE_OTHERS, mode, growth(Defect.LETS_CHILDREN_RUN));
    }
}
