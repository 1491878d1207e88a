package io.asyncio4j.behaviours.search.tokens;

import static io.asyncio4j.behaviours.search.Defects.assertExplorationFinds;
import static io.asyncio4j.behaviours.search.Defects.assertExplorationWithCancellationFinds;
import static io.asyncio4j.behaviours.search.Defects.assertPlainRunFinds;
import static io.asyncio4j.behaviours.search.Defects.assertSound;
import static io.asyncio4j.behaviours.search.Defects.assertSweepFinds;

import io.asyncio4j.behaviours.search.Outcome;
import io.asyncio4j.behaviours.search.tokens.BoundBlockTwin.Defect;
import io.asyncio4j.testkit.Mode;
import io.asyncio4j.testkit.TestBody;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The invariants of {@link BoundBlockSearchTest} fail on blocks that are broken, each by one defect. */
class BoundBlockTwinTest {

    private static TestBody longBody(Defect defect) {
        return run -> BoundBlockScenario.longBody(run, new BoundBlockTwin(defect));
    }

    private static TestBody shortBody(Defect defect) {
        return run -> BoundBlockScenario.shortBody(run, new BoundBlockTwin(defect));
    }

    private static TestBody lateBody(Defect defect) {
        return run -> BoundBlockScenario.lateBody(run, new BoundBlockTwin(defect));
    }

    @ParameterizedTest
    @EnumSource
    void twinWithoutADefectPasses(Mode mode) throws Exception {
        assertSound(mode, longBody(Defect.NONE));
        assertSound(mode, shortBody(Defect.NONE));
        assertSound(mode, lateBody(Defect.NONE));
    }

    @ParameterizedTest
    @EnumSource
    void bodyThatBeginsLateIsFound(Mode mode) throws Exception {
        assertExplorationFinds(BoundBlockScenario.NEVER_BEGINS_LATE, mode, lateBody(Defect.BEGINS_ANYWAY));
    }

    @ParameterizedTest
    @EnumSource
    void deafBodyIsFound(Mode mode) {
        assertPlainRunFinds(BoundBlockScenario.HEARS, mode, longBody(Defect.IS_DEAF));
    }

    @ParameterizedTest
    @EnumSource
    void registrationLeftIsFound(Mode mode) throws Exception {
        assertSweepFinds(Outcome.COUNT, mode, shortBody(Defect.LEAVES_ITS_REGISTRATION));
    }

    @ParameterizedTest
    @EnumSource
    void requestNotTakenBackIsFound(Mode mode) throws Exception {
        assertExplorationFinds(Outcome.COUNT, mode, shortBody(Defect.FORGETS_TO_UNCANCEL));
    }

    @ParameterizedTest
    @EnumSource
    void cancellationOfOthersClaimedByTheTokenIsFound(Mode mode) throws Exception {
        assertExplorationWithCancellationFinds(
                Outcome.DELIVERY, mode, shortBody(Defect.CLAIMS_THE_CANCELLATION_OF_OTHERS));
    }
}
