package io.asyncio4j.behaviours.search.scopes;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.sleep;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.asyncio4j.CancelOutcome;
import io.asyncio4j.Task;
import io.asyncio4j.behaviours.search.Outcome;
import io.asyncio4j.testkit.TestRun;
import org.jspecify.annotations.Nullable;

/** The main task ends another, which would go on and cleans up for a second, and what must hold of that. */
final class EndingScenario {
    static final String TASK_ENDS_FIRST = "the task has ended when the wait returns";
    static final String TASK_IS_ASKED = "the task is asked to end, and asked once";
    static final String TELLS_THE_TRUTH = "the outcome is the task's";

    private EndingScenario() {}

    static void play(TestRun run, Ending ending) {
        Outcome outcome = new Outcome(run);
        Task<?> task = createTask(() -> {
            try {
                sleep(ZERO);
                sleep(ZERO);
                sleep(ofSeconds(3));
            } finally {
                sleep(ofSeconds(1));
            }
        });
        @Nullable CancelOutcome[] told = {null};
        boolean[] done = {false};
        int[] asked = {0};
        outcome.of(() -> {
            sleep(ZERO);
            told[0] = ending.of(task);
            done[0] = task.done();
            asked[0] = task.cancelling();
        });
        run.invariants()
                .add(
                        TASK_ENDS_FIRST,
                        () -> assertThat(told[0] == null || done[0]).isTrue());
        run.invariants()
                .add(
                        TASK_IS_ASKED,
                        () -> assertThat(told[0] == null ? 1 : asked[0]).isEqualTo(1));
        run.invariants()
                .add(
                        TELLS_THE_TRUTH,
                        () -> assertThat(told[0] == null || task.cancelled())
                                .isEqualTo(told[0] == null || told[0] == CancelOutcome.CANCELLED));
    }
}
