package io.asyncio4j.behaviours.search.queues;

import io.asyncio4j.behaviours.search.workers.Workers;
import io.asyncio4j.testkit.CancelEverywhere;
import io.asyncio4j.testkit.Explore;
import io.asyncio4j.testkit.TestRun;

/** {@link QueueScenario} with the real queues. */
class QueueSearchTest {

    private static void play(TestRun run, Discipline discipline) {
        QueueScenario.play(run, discipline.real(2), discipline);
    }

    private static void playWithLittleRoom(TestRun run) {
        QueueScenario.play(run, Discipline.FIRST_IN_FIRST_OUT.real(1), Discipline.FIRST_IN_FIRST_OUT);
    }

    private static void shutDown(TestRun run, boolean immediate) {
        Discipline discipline = Discipline.FIRST_IN_FIRST_OUT;
        QueueScenario.shutDown(run, discipline.real(1), discipline, immediate);
    }

    @Explore(runs = 500)
    void queueGivesEachItemInItsTurnInAnyOrderOfSteps(TestRun run) {
        play(run, Discipline.FIRST_IN_FIRST_OUT);
    }

    @Explore(runs = 500, cancel = true, task = Workers.NAME)
    void queueLosesNothingInAnyOrderOfStepsWhenOneIsCancelled(TestRun run) {
        play(run, Discipline.FIRST_IN_FIRST_OUT);
    }

    @CancelEverywhere(task = Workers.NAME)
    void queueLosesNothingWhereverOneIsCancelled(TestRun run) {
        play(run, Discipline.FIRST_IN_FIRST_OUT);
    }

    @Explore(runs = 500)
    void lifoQueueGivesEachItemInItsTurnInAnyOrderOfSteps(TestRun run) {
        play(run, Discipline.LAST_IN_FIRST_OUT);
    }

    @Explore(runs = 500, cancel = true, task = Workers.NAME)
    void lifoQueueLosesNothingInAnyOrderOfStepsWhenOneIsCancelled(TestRun run) {
        play(run, Discipline.LAST_IN_FIRST_OUT);
    }

    @CancelEverywhere(task = Workers.NAME)
    void lifoQueueLosesNothingWhereverOneIsCancelled(TestRun run) {
        play(run, Discipline.LAST_IN_FIRST_OUT);
    }

    @Explore(runs = 500)
    void priorityQueueGivesEachItemInItsTurnInAnyOrderOfSteps(TestRun run) {
        play(run, Discipline.SMALLEST_FIRST);
    }

    @Explore(runs = 500, cancel = true, task = Workers.NAME)
    void priorityQueueLosesNothingInAnyOrderOfStepsWhenOneIsCancelled(TestRun run) {
        play(run, Discipline.SMALLEST_FIRST);
    }

    @CancelEverywhere(task = Workers.NAME)
    void priorityQueueLosesNothingWhereverOneIsCancelled(TestRun run) {
        play(run, Discipline.SMALLEST_FIRST);
    }

    @Explore(runs = 500)
    void queueOfOneGivesEachItemInItsTurnInAnyOrderOfSteps(TestRun run) {
        playWithLittleRoom(run);
    }

    @Explore(runs = 500, cancel = true, task = Workers.NAME)
    void queueOfOneLosesNothingInAnyOrderOfStepsWhenOneIsCancelled(TestRun run) {
        playWithLittleRoom(run);
    }

    @CancelEverywhere(task = Workers.NAME)
    void queueOfOneLosesNothingWhereverOneIsCancelled(TestRun run) {
        playWithLittleRoom(run);
    }

    @Explore(runs = 500)
    void queueShutDownLeavesNobodyWaitingInAnyOrderOfSteps(TestRun run) {
        shutDown(run, false);
    }

    @Explore(runs = 500, cancel = true, task = Workers.NAME)
    void queueShutDownLeavesNobodyWaitingInAnyOrderOfStepsWhenOneIsCancelled(TestRun run) {
        shutDown(run, false);
    }

    @CancelEverywhere(task = Workers.NAME)
    void queueShutDownLeavesNobodyWaitingWhereverOneIsCancelled(TestRun run) {
        shutDown(run, false);
    }

    @Explore(runs = 500)
    void queueShutDownAtOnceLeavesNobodyWaitingInAnyOrderOfSteps(TestRun run) {
        shutDown(run, true);
    }

    @Explore(runs = 500, cancel = true, task = Workers.NAME)
    void queueShutDownAtOnceLeavesNobodyWaitingInAnyOrderOfStepsWhenOneIsCancelled(TestRun run) {
        shutDown(run, true);
    }

    @CancelEverywhere(task = Workers.NAME)
    void queueShutDownAtOnceLeavesNobodyWaitingWhereverOneIsCancelled(TestRun run) {
        shutDown(run, true);
    }
}
