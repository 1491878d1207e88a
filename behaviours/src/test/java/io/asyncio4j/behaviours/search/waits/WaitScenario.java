package io.asyncio4j.behaviours.search.waits;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.getRunningLoop;
import static io.asyncio4j.Asyncio.sleep;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.asyncio4j.ReturnWhen;
import io.asyncio4j.Task;
import io.asyncio4j.Wait;
import io.asyncio4j.behaviours.search.Outcome;
import io.asyncio4j.testkit.TestRun;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The main task waits for three tasks that end when the wait begins, or soon after, and what must hold of them. */
final class WaitScenario {

    static final String BOTH_SETS_ARE_TRUE = "each task is in one set, done or pending, as it is";
    static final String TASKS_ARE_UNHARMED = "the tasks do not hear of a cancelled wait";
    static final String ENDS_AT_ONCE = "the wait is over as soon as it should be";

    private final Outcome outcome;
    private final List<Task<String>> tasks = new ArrayList<>();
    private final List<Task<String>> doneAfter = new ArrayList<>();
    private @Nullable Wait<Task<String>> result;
    private boolean harmed;
    private long took;

    private WaitScenario(TestRun run) {
        outcome = new Outcome(run);
        run.invariants().add(BOTH_SETS_ARE_TRUE, () -> {
            if (result != null) {
                List<Task<String>> pendingAfter = new ArrayList<>(tasks);
                pendingAfter.removeAll(doneAfter);
                assertThat(result.done()).containsExactlyElementsOf(doneAfter);
                assertThat(result.pending()).containsExactlyElementsOf(pendingAfter);
            }
        });
        run.invariants().add(TASKS_ARE_UNHARMED, () -> assertThat(harmed).isFalse());
        run.invariants()
                .add(
                        ENDS_AT_ONCE,
                        () -> assertThat(took).isLessThanOrEqualTo(ofSeconds(1).toNanos()));
    }

    /** The wait is for all, or for the first, and for an hour at most. */
    static void play(TestRun run, Waiter waiter, ReturnWhen returnWhen) {
        long begin = getRunningLoop().time();
        WaitScenario scenario = new WaitScenario(run);
        for (int i = 0; i < 3; i++) {
            scenario.tasks.add(createTask(() -> {
                sleep(ofSeconds(1));
                sleep(ZERO);
                sleep(ZERO);
                return "done";
            }));
        }
        scenario.outcome.of(() -> {
            try {
                sleep(ofSeconds(1));
                scenario.result = waiter.of(scenario.tasks, ofHours(1), returnWhen);
            } finally {
                scenario.doneAfter.addAll(
                        scenario.tasks.stream().filter(Task::done).toList());
                scenario.harmed = scenario.tasks.stream().anyMatch(task -> task.cancelling() > 0);
                scenario.took = getRunningLoop().time() - begin;
            }
        });
    }
}
