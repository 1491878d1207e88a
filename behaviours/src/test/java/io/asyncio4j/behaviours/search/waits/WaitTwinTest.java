package io.asyncio4j.behaviours.search.waits;

import static io.asyncio4j.ReturnWhen.ALL_COMPLETED;
import static io.asyncio4j.ReturnWhen.FIRST_COMPLETED;
import static io.asyncio4j.behaviours.search.Defects.assertExplorationFinds;
import static io.asyncio4j.behaviours.search.Defects.assertSound;
import static io.asyncio4j.behaviours.search.Defects.assertSweepFinds;

import io.asyncio4j.ReturnWhen;
import io.asyncio4j.behaviours.search.waits.WaitTwin.Defect;
import io.asyncio4j.testkit.Mode;
import io.asyncio4j.testkit.TestBody;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The invariants of {@link WaitSearchTest} fail on waits that are broken, each by one defect. */
class WaitTwinTest {

    private static TestBody play(Defect defect, ReturnWhen returnWhen) {
        return run -> WaitScenario.play(run, new WaitTwin(defect), returnWhen);
    }

    @ParameterizedTest
    @EnumSource
    void twinWithoutADefectPasses(Mode mode) throws Exception {
        assertSound(mode, play(Defect.NONE, ALL_COMPLETED));
        assertSound(mode, play(Defect.NONE, FIRST_COMPLETED));
    }

    @ParameterizedTest
    @EnumSource
    void harmedTasksAreFound(Mode mode) throws Exception {
        assertSweepFinds(WaitScenario.TASKS_ARE_UNHARMED, mode, play(Defect.CANCELS_THE_TASKS, ALL_COMPLETED));
    }

    @ParameterizedTest
    @EnumSource
    void setsThatAreLateAreFound(Mode mode) throws Exception {
        assertExplorationFinds(
                WaitScenario.BOTH_SETS_ARE_TRUE, mode, play(Defect.TRUSTS_ITS_CALLBACKS, FIRST_COMPLETED));
    }

    @ParameterizedTest
    @EnumSource
    void waitForWhatIsOverIsFound(Mode mode) throws Exception {
        assertExplorationFinds(WaitScenario.ENDS_AT_ONCE, mode, play(Defect.WAITS_FOR_WHAT_WAS_DONE, ALL_COMPLETED));
    }
}
