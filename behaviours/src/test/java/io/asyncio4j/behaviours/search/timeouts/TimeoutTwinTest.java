package io.asyncio4j.behaviours.search.timeouts;

import static io.asyncio4j.behaviours.search.Defects.assertExplorationFinds;
import static io.asyncio4j.behaviours.search.Defects.assertPlainRunFinds;
import static io.asyncio4j.behaviours.search.Defects.assertSound;
import static io.asyncio4j.behaviours.search.Defects.assertSweepFinds;

import io.asyncio4j.behaviours.search.Outcome;
import io.asyncio4j.testkit.Mode;
import io.asyncio4j.testkit.TestBody;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The invariants of {@link TimeoutSearchTest} and {@link WaitForSearchTest} fail on limits that are broken. */
class TimeoutTwinTest {

    private static TestBody slowBodyCancelledInTime(TimeoutTwin.Defect defect) {
        return run -> TimeoutScenario.slowBodyCancelledInTime(run, new TimeoutTwin(defect));
    }

    private static TestBody slowBody(TimeoutTwin.Defect defect) {
        return run -> TimeoutScenario.slowBody(run, new TimeoutTwin(defect));
    }

    private static TestBody quickBody(TimeoutTwin.Defect defect) {
        return run -> TimeoutScenario.quickBody(run, new TimeoutTwin(defect));
    }

    private static TestBody bodyThatTranslates(TimeoutTwin.Defect defect) {
        return run -> TimeoutScenario.bodyThatTranslates(run, new TimeoutTwin(defect));
    }

    private static TestBody quickBody(WaitForTwin.Defect defect) {
        return run -> TimeoutScenario.quickBody(run, new WaitForTwin(defect));
    }

    @ParameterizedTest
    @EnumSource
    void twinWithoutADefectPasses(Mode mode) throws Exception {
        assertSound(mode, slowBodyCancelledInTime(TimeoutTwin.Defect.NONE));
        assertSound(mode, slowBody(TimeoutTwin.Defect.NONE));
        assertSound(mode, quickBody(TimeoutTwin.Defect.NONE));
        assertSound(mode, bodyThatTranslates(TimeoutTwin.Defect.NONE));
        assertSound(mode, quickBody(WaitForTwin.Defect.NONE));
    }

    @ParameterizedTest
    @EnumSource
    void cancellationOfOthersTakenForTheTimeoutsIsFound(Mode mode) throws Exception {
        assertExplorationFinds(
                TimeoutScenario.ONLY_ALONE,
                mode,
                slowBodyCancelledInTime(TimeoutTwin.Defect.MISTAKES_OTHERS_FOR_ITSELF));
    }

    @ParameterizedTest
    @EnumSource
    void timeoutBeforeTheTimeIsOverIsFound(Mode mode) throws Exception {
        assertSweepFinds(TimeoutScenario.ONLY_WHEN_OVER, mode, quickBody(TimeoutTwin.Defect.TAKES_EVERY_CANCELLATION));
    }

    @ParameterizedTest
    @EnumSource
    void requestNotTakenBackIsFound(Mode mode) {
        assertPlainRunFinds(Outcome.COUNT, mode, bodyThatTranslates(TimeoutTwin.Defect.FORGETS_TO_UNCANCEL));
    }

    @ParameterizedTest
    @EnumSource
    void alarmThatRingsAfterTheBlockIsFound(Mode mode) throws Exception {
        assertSweepFinds(Outcome.COUNT, mode, quickBody(TimeoutTwin.Defect.LEAVES_ITS_ALARM));
    }

    @ParameterizedTest
    @EnumSource
    void bodyThatIsNotStoppedIsFound(Mode mode) {
        assertPlainRunFinds(TimeoutScenario.BODY_IS_STOPPED, mode, slowBody(TimeoutTwin.Defect.DOES_NOT_INTERRUPT));
    }

    @ParameterizedTest
    @EnumSource
    void cancellationSwallowedForAResultIsFound(Mode mode) throws Exception {
        assertSweepFinds(Outcome.DELIVERY, mode, quickBody(WaitForTwin.Defect.SWALLOWS_THE_CANCELLATION));
    }

    @ParameterizedTest
    @EnumSource
    void bodyThatIsNotWaitedForIsFound(Mode mode) throws Exception {
        assertSweepFinds(TimeoutScenario.BODY_ENDS_FIRST, mode, quickBody(WaitForTwin.Defect.LEAVES_THE_BODY));
    }
}
