package io.asyncio4j.behaviours.search.tokens;

import static io.asyncio4j.behaviours.search.Defects.assertExplorationFinds;
import static io.asyncio4j.behaviours.search.Defects.assertSound;

import io.asyncio4j.behaviours.search.tokens.SourceTwin.Defect;
import io.asyncio4j.testkit.Mode;
import io.asyncio4j.testkit.TestBody;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The invariants of {@link RegistrationSearchTest} fail on sources that are broken, each by one defect. */
class RegistrationTwinTest {

    private static TestBody play(Defect defect) {
        return run -> RegistrationScenario.play(run, new SourceTwin(defect));
    }

    @ParameterizedTest
    @EnumSource
    void twinWithoutADefectPasses(Mode mode) throws Exception {
        assertSound(mode, play(Defect.NONE));
    }

    @ParameterizedTest
    @EnumSource
    void callAfterTheCloseIsFound(Mode mode) throws Exception {
        assertExplorationFinds(RegistrationScenario.NOT_AFTER_CLOSE, mode, play(Defect.CALLS_WHAT_WAS_TAKEN_BACK));
    }

    @ParameterizedTest
    @EnumSource
    void forgottenCallbackIsFound(Mode mode) throws Exception {
        assertExplorationFinds(RegistrationScenario.NOT_FORGOTTEN, mode, play(Defect.FORGETS_LATE_CALLBACKS));
    }

    @ParameterizedTest
    @EnumSource
    void secondCallIsFound(Mode mode) throws Exception {
        assertExplorationFinds(RegistrationScenario.NOT_TWICE, mode, play(Defect.CALLS_AT_EACH_REQUEST));
    }
}
