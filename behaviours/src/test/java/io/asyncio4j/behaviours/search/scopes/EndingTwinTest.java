package io.asyncio4j.behaviours.search.scopes;

import static io.asyncio4j.behaviours.search.Defects.assertPlainRunFinds;
import static io.asyncio4j.behaviours.search.Defects.assertSound;
import static io.asyncio4j.behaviours.search.Defects.assertSweepFinds;

import io.asyncio4j.behaviours.search.Outcome;
import io.asyncio4j.behaviours.search.scopes.EndingTwin.Defect;
import io.asyncio4j.testkit.Mode;
import io.asyncio4j.testkit.TestBody;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The invariants of {@link EndingSearchTest} fail on broken ways of ending a task. */
class EndingTwinTest {

    private static TestBody twin(Defect defect) {
        return run -> EndingScenario.play(run, new EndingTwin(defect));
    }

    @ParameterizedTest
    @EnumSource
    void twinWithoutADefectPasses(Mode mode) throws Exception {
        assertSound(mode, twin(Defect.NONE));
    }

    @ParameterizedTest
    @EnumSource
    void swallowedCancellationIsFound(Mode mode) throws Exception {
        assertSweepFinds(Outcome.DELIVERY, mode, twin(Defect.SWALLOWS_ITS_OWN_CANCELLATION));
    }

    @ParameterizedTest
    @EnumSource
    void taskThatIsNotWaitedForIsFound(Mode mode) {
        assertPlainRunFinds(EndingScenario.TASK_ENDS_FIRST, mode, twin(Defect.WAITS_A_TURN));
    }

    @ParameterizedTest
    @EnumSource
    void taskThatIsNotAskedIsFound(Mode mode) {
        assertPlainRunFinds(EndingScenario.TASK_IS_ASKED, mode, twin(Defect.DOES_NOT_ASK));
    }

    @ParameterizedTest
    @EnumSource
    void falseOutcomeIsFound(Mode mode) {
        assertPlainRunFinds(EndingScenario.TELLS_THE_TRUTH, mode, twin(Defect.DOES_NOT_ASK_HOW_IT_ENDED));
    }
}
