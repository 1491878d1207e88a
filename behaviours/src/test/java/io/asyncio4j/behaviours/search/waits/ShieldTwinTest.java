package io.asyncio4j.behaviours.search.waits;

import static io.asyncio4j.behaviours.search.Defects.assertExplorationFinds;
import static io.asyncio4j.behaviours.search.Defects.assertSound;
import static io.asyncio4j.behaviours.search.Defects.assertSweepFinds;

import io.asyncio4j.behaviours.search.waits.ShieldTwin.Defect;
import io.asyncio4j.testkit.Mode;
import io.asyncio4j.testkit.TestBody;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The invariants of {@link ShieldSearchTest} fail on shields that are broken, each by one defect. */
class ShieldTwinTest {

    private static TestBody shielded(Defect defect) {
        return run -> ShieldScenario.shielded(run, new ShieldTwin(defect));
    }

    private static TestBody innerCancelled(Defect defect) {
        return run -> ShieldScenario.innerCancelled(run, new ShieldTwin(defect));
    }

    @ParameterizedTest
    @EnumSource
    void twinWithoutADefectPasses(Mode mode) throws Exception {
        assertSound(mode, shielded(Defect.NONE));
        assertSound(mode, innerCancelled(Defect.NONE));
    }

    @ParameterizedTest
    @EnumSource
    void harmedTaskIsFound(Mode mode) throws Exception {
        assertSweepFinds(ShieldScenario.INNER_IS_UNHARMED, mode, shielded(Defect.PASSES_THE_CANCELLATION_ON));
    }

    @ParameterizedTest
    @EnumSource
    void hiddenCancellationOfTheTaskIsFound(Mode mode) throws Exception {
        assertExplorationFinds(
                ShieldScenario.OUTCOME_PASSES, mode, innerCancelled(Defect.HIDES_THE_CANCELLATION_OF_THE_TASK));
    }
}
