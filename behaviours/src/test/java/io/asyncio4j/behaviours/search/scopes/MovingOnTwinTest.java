package io.asyncio4j.behaviours.search.scopes;

import static io.asyncio4j.behaviours.search.Defects.assertExplorationFinds;
import static io.asyncio4j.behaviours.search.Defects.assertPlainRunFinds;
import static io.asyncio4j.behaviours.search.Defects.assertSound;
import static io.asyncio4j.behaviours.search.Defects.assertSweepFinds;

import io.asyncio4j.behaviours.search.Outcome;
import io.asyncio4j.behaviours.search.scopes.MovingOnTwin.Defect;
import io.asyncio4j.testkit.Mode;
import io.asyncio4j.testkit.TestBody;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The invariants of {@link MovingOnSearchTest} fail where moving on is broken. */
class MovingOnTwinTest {

    private static TestBody cancelledInTime(Defect defect) {
        return run -> MovingOnScenario.cancelledInTime(run, new MovingOnTwin(defect));
    }

    private static TestBody unnoticed(Defect defect) {
        return run -> MovingOnScenario.unnoticed(run, new MovingOnTwin(defect));
    }

    private static TestBody goodFinish(Defect defect) {
        return run -> MovingOnScenario.goodFinish(run, new MovingOnTwin(defect));
    }

    private static TestBody closeFinish(Defect defect) {
        return run -> MovingOnScenario.closeFinish(run, new MovingOnTwin(defect));
    }

    @ParameterizedTest
    @EnumSource
    void twinWithoutADefectPasses(Mode mode) throws Exception {
        assertSound(mode, cancelledInTime(Defect.NONE));
        assertSound(mode, unnoticed(Defect.NONE));
        assertSound(mode, goodFinish(Defect.NONE));
        assertSound(mode, closeFinish(Defect.NONE));
    }

    @ParameterizedTest
    @EnumSource
    void cancellationOfOthersTakenForItsOwnIsFound(Mode mode) throws Exception {
        assertExplorationFinds(Outcome.DELIVERY, mode, cancelledInTime(Defect.MISTAKES_OTHERS_FOR_ITSELF));
    }

    @ParameterizedTest
    @EnumSource
    void requestNotTakenBackIsFound(Mode mode) {
        assertPlainRunFinds(Outcome.COUNT, mode, unnoticed(Defect.FORGETS_TO_UNCANCEL));
    }

    @ParameterizedTest
    @EnumSource
    void falseAnswerIsFound(Mode mode) {
        assertPlainRunFinds(MovingOnScenario.TELLS_THE_TRUTH, mode, unnoticed(Defect.LOOKS_AT_THE_TIME));
    }

    @ParameterizedTest
    @EnumSource
    void bodyThatIsLeftIsFound(Mode mode) throws Exception {
        assertSweepFinds(MovingOnScenario.BODY_ENDS_FIRST, mode, goodFinish(Defect.LEAVES_THE_BODY));
    }
}
