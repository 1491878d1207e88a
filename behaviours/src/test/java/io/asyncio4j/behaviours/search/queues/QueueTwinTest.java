package io.asyncio4j.behaviours.search.queues;

import static io.asyncio4j.behaviours.search.Defects.assertSomeExplorationFinds;
import static io.asyncio4j.behaviours.search.Defects.assertSound;
import static io.asyncio4j.behaviours.search.Defects.assertSweepFinds;

import io.asyncio4j.behaviours.search.queues.QueueTwin.Defect;
import io.asyncio4j.behaviours.search.workers.Workers;
import io.asyncio4j.testkit.Mode;
import io.asyncio4j.testkit.TestBody;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each invariant of {@link QueueSearchTest} fails on a queue that is broken in one way. */
class QueueTwinTest {

    private static TestBody twin(Defect defect) {
        return twin(defect, Discipline.FIRST_IN_FIRST_OUT);
    }

    private static TestBody twinOfOne(Defect defect) {
        Discipline discipline = Discipline.FIRST_IN_FIRST_OUT;
        return run -> QueueScenario.play(run, new QueueTwin(1, discipline, defect), discipline);
    }

    private static TestBody twinShutDown(Defect defect, boolean immediate) {
        Discipline discipline = Discipline.FIRST_IN_FIRST_OUT;
        return run -> QueueScenario.shutDown(run, new QueueTwin(1, discipline, defect), discipline, immediate);
    }

    private static TestBody twin(Defect defect, Discipline discipline) {
        return run -> QueueScenario.play(run, new QueueTwin(2, discipline, defect), discipline);
    }

    @ParameterizedTest
    @EnumSource
    void twinWithoutDefectPasses(Discipline discipline) throws Exception {
        for (Mode mode : Mode.values()) {
            assertSound(mode, Workers.NAME, twin(Defect.NONE, discipline));
        }
    }

    @ParameterizedTest
    @EnumSource
    void itemOutOfTurnIsFound(Discipline discipline) throws Exception {
        for (Mode mode : Mode.values()) {
            assertSomeExplorationFinds(QueueScenario.IN_TURN, mode, twin(Defect.HANDS_ITEMS_OVER, discipline));
        }
    }

    @ParameterizedTest
    @EnumSource
    void lostItemIsFound(Mode mode) throws Exception {
        assertSweepFinds(QueueScenario.EACH_ITEM_ONCE, mode, Workers.NAME, twin(Defect.CANCELLED_LOSES_THE_ITEM));
    }

    @ParameterizedTest
    @EnumSource
    void itemThatNobodyIsWokenForIsFound(Mode mode) throws Exception {
        assertSweepFinds(
                QueueScenario.NOBODY_WAITS_FOR_WHAT_IS_THERE,
                mode,
                Workers.NAME,
                twin(Defect.CANCELLED_GETTER_KEEPS_THE_WAKE_UP));
    }

    @ParameterizedTest
    @EnumSource
    void joinWithoutEndIsFound(Mode mode) throws Exception {
        assertSweepFinds(
                Workers.NOBODY_WAITS_IN_VAIN, mode, Workers.NAME, twin(Defect.CANCELLED_GETTER_KEEPS_THE_WAKE_UP));
    }

    @ParameterizedTest
    @EnumSource
    void roomThatNobodyIsWokenForIsFound(Mode mode) throws Exception {
        assertSweepFinds(
                QueueScenario.NOBODY_WAITS_FOR_WHAT_IS_THERE,
                mode,
                Workers.NAME,
                twinOfOne(Defect.CANCELLED_PUTTER_KEEPS_THE_WAKE_UP));
    }

    @ParameterizedTest
    @EnumSource
    void tooManyItemsAreFound(Mode mode) throws Exception {
        assertSomeExplorationFinds(QueueScenario.NEVER_TOO_MANY, mode, twin(Defect.PUTS_WITHOUT_LOOKING_AGAIN));
    }

    @ParameterizedTest
    @EnumSource
    void itemThatIsGoneIsFound(Mode mode) throws Exception {
        assertSomeExplorationFinds(Workers.NOBODY_FAILS, mode, twin(Defect.GETS_WITHOUT_LOOKING_AGAIN));
    }

    @ParameterizedTest
    @EnumSource
    void joinThatReturnsTooEarlyIsFound(Mode mode) throws Exception {
        assertSomeExplorationFinds(QueueScenario.JOIN_WAITS_FOR_ALL, mode, twin(Defect.JOIN_WAITS_UNTIL_EMPTY));
    }

    @ParameterizedTest
    @EnumSource
    void putterForgottenByAShutdownIsFound(Mode mode) throws Exception {
        assertSomeExplorationFinds(
                Workers.NOBODY_WAITS_IN_VAIN, mode, twinShutDown(Defect.SHUTDOWN_FORGETS_PUTTERS, false));
    }

    @ParameterizedTest
    @EnumSource
    void itemsThrownAwayAndNotDoneAreFound(Mode mode) throws Exception {
        assertSomeExplorationFinds(
                QueueScenario.JOIN_WAITS_FOR_ALL, mode, twinShutDown(Defect.SHUTDOWN_LEAVES_ITEMS_UNDONE, true));
    }

    @ParameterizedTest
    @EnumSource
    void twinWithoutDefectPassesWhenItIsShutDown(Mode mode) throws Exception {
        assertSound(mode, Workers.NAME, twinShutDown(Defect.NONE, false));
        assertSound(mode, Workers.NAME, twinShutDown(Defect.NONE, true));
    }
}
