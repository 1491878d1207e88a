package io.asyncio4j.behaviours.search.tokens;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.getRunningLoop;
import static io.asyncio4j.Asyncio.sleep;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.asyncio4j.CancelledError;
import io.asyncio4j.Future;
import io.asyncio4j.Task;
import io.asyncio4j.behaviours.search.Outcome;
import io.asyncio4j.cancellation.CancellationToken;
import io.asyncio4j.cancellation.CancellationTokenSource;
import io.asyncio4j.testkit.TestRun;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The main task waits for two tasks, and for a token that somebody cancels; and what must hold of the wait. */
final class JointWaitScenario {

    static final String TASKS_ARE_UNHARMED = "the tasks do not hear of the wait";
    static final String ENDS_AT_ONCE = "the wait ends at the instant when the token is cancelled, or before";
    static final String WHAT_IS_DECIDED_STAYS = "a token that is cancelled after the tasks have ended does not matter";

    private static final Duration TOKENS_TIME = ofSeconds(2);

    private final Outcome outcome;
    private final CancellationTokenSource source = new CancellationTokenSource();
    private final List<Task<String>> tasks = new ArrayList<>();
    private final long begin = getRunningLoop().time();
    private @Nullable List<String> results;
    private boolean harmed;
    private boolean decided;
    private long took;

    private JointWaitScenario(TestRun run) {
        outcome = new Outcome(run);
        run.invariants().add(TASKS_ARE_UNHARMED, () -> assertThat(harmed).isFalse());
        run.invariants().add(ENDS_AT_ONCE, () -> assertThat(took).isLessThanOrEqualTo(TOKENS_TIME.toNanos()));
        run.invariants().add(WHAT_IS_DECIDED_STAYS, () -> {
            if (decided && !outcome.isCancelledFromOutside()) {
                assertThat(results).isNotEmpty().allMatch("done"::equals);
            }
        });
    }

    /** The tasks would need longer than the token waits. */
    static void slowTasks(TestRun run, JointWaiter waiter) {
        new JointWaitScenario(run).play(waiter, TOKENS_TIME.plusSeconds(1));
    }

    /** The token is cancelled at the instant when the tasks end, after all that has to hear of that has heard. */
    static void tasksInTime(TestRun run, JointWaiter waiter) {
        new JointWaitScenario(run).play(waiter, TOKENS_TIME);
    }

    private void play(JointWaiter waiter, Duration work) {
        for (int i = 0; i < 2; i++) {
            tasks.add(createTask(() -> sleep(work, "done")));
        }
        var _ = createTask(() -> {
            sleep(TOKENS_TIME);
            boolean ended = tasks.stream().allMatch(Task::done);
            Future<Object> told = getRunningLoop().createFuture();
            // callbacks keep their order, so the wait has been told before
            getRunningLoop().callSoon(() -> {
                if (!told.done()) {
                    told.setResult("told");
                }
            });
            told.await();
            decided = ended;
            source.cancel("time is over");
        });
        outcome.of(() -> {
            try {
                results = waiter.of(source.token(), tasks);
            } catch (CancelledError error) {
                if (CancellationToken.of(error) != source.token()) {
                    throw error;
                }
            } finally {
                harmed = tasks.stream().anyMatch(task -> task.cancelling() > 0);
                took = getRunningLoop().time() - begin;
            }
        });
    }
}
