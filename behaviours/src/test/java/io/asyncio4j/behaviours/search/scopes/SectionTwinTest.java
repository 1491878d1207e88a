package io.asyncio4j.behaviours.search.scopes;

import static io.asyncio4j.behaviours.search.Defects.assertExplorationFinds;
import static io.asyncio4j.behaviours.search.Defects.assertPlainRunFinds;
import static io.asyncio4j.behaviours.search.Defects.assertSweepFinds;

import io.asyncio4j.behaviours.search.Outcome;
import io.asyncio4j.behaviours.search.scopes.SectionTwin.Defect;
import io.asyncio4j.testkit.Mode;
import io.asyncio4j.testkit.TestBody;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The invariants of {@link SectionSearchTest} fail on sections that are broken; that they hold without is shown there. */
class SectionTwinTest {

    private static TestBody shortBody(Defect defect) {
        return run -> SectionScenario.shortBody(run, new SectionTwin(defect));
    }

    private static TestBody longBody(Defect defect) {
        return run -> SectionScenario.longBody(run, new SectionTwin(defect));
    }

    private static TestBody timeoutInside(Defect defect) {
        return run -> SectionScenario.timeoutInside(run, new SectionTwin(defect));
    }

    @ParameterizedTest
    @EnumSource
    void bodyThatIsLeftIsFound(Mode mode) throws Exception {
        assertSweepFinds(SectionScenario.BODY_IS_DONE, mode, shortBody(Defect.LEAVES_THE_BODY));
    }

    @ParameterizedTest
    @EnumSource
    void cancellationThatReachesATimeoutInsideIsFound(Mode mode) throws Exception {
        assertExplorationFinds(SectionScenario.SCOPES_INSIDE_WORK, mode, timeoutInside(Defect.PROTECTS_FROM_NOTHING));
    }

    @ParameterizedTest
    @EnumSource
    void swallowedCancellationIsFound(Mode mode) throws Exception {
        assertSweepFinds(Outcome.DELIVERY, mode, shortBody(Defect.SWALLOWS_THE_CANCELLATION));
    }

    @ParameterizedTest
    @EnumSource
    void requestTakenBackIsFound(Mode mode) throws Exception {
        assertSweepFinds(Outcome.COUNT, mode, shortBody(Defect.TAKES_BACK_AT_THE_END));
    }

    @ParameterizedTest
    @EnumSource
    void requestCountedTwiceIsFound(Mode mode) throws Exception {
        assertSweepFinds(Outcome.COUNT, mode, shortBody(Defect.COUNTS_TWICE));
    }

    @ParameterizedTest
    @EnumSource
    void longerLimitIsFound(Mode mode) {
        assertPlainRunFinds(SectionScenario.LIMIT_HOLDS, mode, longBody(Defect.LIMIT_IS_DOUBLED));
    }
}
