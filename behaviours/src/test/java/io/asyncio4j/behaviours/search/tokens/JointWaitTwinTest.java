package io.asyncio4j.behaviours.search.tokens;

import static io.asyncio4j.behaviours.search.Defects.assertExplorationFinds;
import static io.asyncio4j.behaviours.search.Defects.assertPlainRunFinds;
import static io.asyncio4j.behaviours.search.Defects.assertSound;
import static io.asyncio4j.behaviours.search.Defects.assertSweepFinds;

import io.asyncio4j.behaviours.search.tokens.JointWaitTwin.Defect;
import io.asyncio4j.testkit.Mode;
import io.asyncio4j.testkit.TestBody;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The invariants of {@link JointWaitSearchTest} fail on waits that are broken, each by one defect. */
class JointWaitTwinTest {

    private static TestBody slowTasks(Defect defect) {
        return run -> JointWaitScenario.slowTasks(run, new JointWaitTwin(defect));
    }

    private static TestBody tasksInTime(Defect defect) {
        return run -> JointWaitScenario.tasksInTime(run, new JointWaitTwin(defect));
    }

    @ParameterizedTest
    @EnumSource
    void twinWithoutADefectPasses(Mode mode) throws Exception {
        assertSound(mode, slowTasks(Defect.NONE));
        assertSound(mode, tasksInTime(Defect.NONE));
    }

    @ParameterizedTest
    @EnumSource
    void harmedTasksAreFound(Mode mode) throws Exception {
        assertSweepFinds(JointWaitScenario.TASKS_ARE_UNHARMED, mode, tasksInTime(Defect.CANCELS_THE_TASKS));
    }

    @ParameterizedTest
    @EnumSource
    void deafWaitIsFound(Mode mode) {
        assertPlainRunFinds(JointWaitScenario.ENDS_AT_ONCE, mode, slowTasks(Defect.IS_DEAF));
    }

    @ParameterizedTest
    @EnumSource
    void lateTokenThatMattersIsFound(Mode mode) throws Exception {
        assertExplorationFinds(JointWaitScenario.WHAT_IS_DECIDED_STAYS, mode, tasksInTime(Defect.ASKS_THE_TOKEN_LAST));
    }
}
