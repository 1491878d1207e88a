package io.asyncio4j.behaviours.search.waits;

import static io.asyncio4j.behaviours.search.Defects.assertExplorationFinds;
import static io.asyncio4j.behaviours.search.Defects.assertPlainRunFinds;
import static io.asyncio4j.behaviours.search.Defects.assertSound;
import static io.asyncio4j.behaviours.search.Defects.assertSweepFinds;

import io.asyncio4j.behaviours.search.waits.AsCompletedTwin.Defect;
import io.asyncio4j.testkit.CancellationSweep;
import io.asyncio4j.testkit.Mode;
import io.asyncio4j.testkit.TestBody;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The invariants of {@link AsCompletedSearchTest} fail on copies that are broken, each by one defect. */
class AsCompletedTwinTest {

    private static TestBody play(Defect defect) {
        return run -> AsCompletedScenario.play(run, new AsCompletedTwin(defect));
    }

    @ParameterizedTest
    @EnumSource
    void twinWithoutADefectPasses(Mode mode) throws Exception {
        assertSound(mode, play(Defect.NONE));
        CancellationSweep.of(play(Defect.NONE))
                .mode(mode)
                .task(AsCompletedScenario.CONSUMER)
                .run();
    }

    @ParameterizedTest
    @EnumSource
    void consumerThatIsLeftWithNothingIsFound(Mode mode) throws Exception {
        assertExplorationFinds(AsCompletedScenario.ONE_FOR_EACH, mode, play(Defect.TRUSTS_THE_WAKE_UP));
    }

    @ParameterizedTest
    @EnumSource
    void lostWakeUpIsFound(Mode mode) throws Exception {
        assertSweepFinds(
                AsCompletedScenario.GIVEN_AT_ONCE, mode, AsCompletedScenario.CONSUMER, play(Defect.KEEPS_THE_WAKE_UP));
    }

    @ParameterizedTest
    @EnumSource
    void resultGivenTwiceIsFound(Mode mode) {
        assertPlainRunFinds(AsCompletedScenario.NOTHING_TWICE, mode, play(Defect.READS_ITS_PLACE_TOO_EARLY));
    }
}
