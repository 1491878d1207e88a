package io.asyncio4j.behaviours.search.locks;

import static io.asyncio4j.behaviours.search.Defects.assertSomeExplorationFinds;
import static io.asyncio4j.behaviours.search.Defects.assertSound;
import static io.asyncio4j.behaviours.search.Defects.assertSweepFinds;

import io.asyncio4j.behaviours.search.locks.EventTwin.Defect;
import io.asyncio4j.behaviours.search.workers.Workers;
import io.asyncio4j.testkit.Mode;
import io.asyncio4j.testkit.TestBody;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each invariant of {@link EventSearchTest} fails on an event that is broken in one way. */
class EventTwinTest {

    private static TestBody twin(Defect defect) {
        return run -> EventScenario.play(run, new EventTwin(defect));
    }

    @ParameterizedTest
    @EnumSource
    void twinWithoutDefectPasses(Mode mode) throws Exception {
        assertSound(mode, Workers.NAME, twin(Defect.NONE));
    }

    @ParameterizedTest
    @EnumSource
    void missedSetIsFound(Mode mode) throws Exception {
        assertSomeExplorationFinds(EventScenario.SET_RELEASES_ALL, mode, twin(Defect.LOOKS_AGAIN));
    }

    @ParameterizedTest
    @EnumSource
    void gateThatStaysOpenIsFound(Mode mode) throws Exception {
        assertSomeExplorationFinds(EventScenario.NOBODY_PASSES_UNSET, mode, twin(Defect.CLEARS_THE_FLAG_ONLY));
    }

    @ParameterizedTest
    @EnumSource
    void cancellationOfAllIsFound(Mode mode) throws Exception {
        assertSweepFinds(Workers.CANCELLED_ALONE, mode, Workers.NAME, twin(Defect.ONE_FUTURE_FOR_ALL));
    }

    @ParameterizedTest
    @EnumSource
    void placeKeptInLineIsFound(Mode mode) throws Exception {
        assertSweepFinds(EventScenario.NOBODY_STAYS_IN_LINE, mode, Workers.NAME, twin(Defect.CANCELLED_STAYS_IN_LINE));
    }
}
