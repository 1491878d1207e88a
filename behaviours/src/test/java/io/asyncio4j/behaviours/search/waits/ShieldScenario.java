package io.asyncio4j.behaviours.search.waits;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.sleep;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.asyncio4j.CancelledError;
import io.asyncio4j.Task;
import io.asyncio4j.behaviours.search.Outcome;
import io.asyncio4j.testkit.TestRun;
import org.jspecify.annotations.Nullable;

/** The main task waits for a task that is shielded from it, and what must hold of the two. */
final class ShieldScenario {

    static final String INNER_IS_UNHARMED = "the shielded task ends as it would by itself";
    static final String OUTCOME_PASSES = "the outcome of the shielded task passes, unless the wait is cancelled";

    private final Outcome outcome;
    private final Task<String> inner = createTask(ShieldScenario::work);
    private @Nullable String result;

    private ShieldScenario(TestRun run) {
        outcome = new Outcome(run);
        run.invariants().add(OUTCOME_PASSES, () -> {
            if (!outcome.isCancelledFromOutside()) {
                assertThat(result).isEqualTo(inner.cancelled() ? "cancelled" : "done");
            }
        });
    }

    private static String work() {
        sleep(ofSeconds(1));
        sleep(ZERO);
        return "done";
    }

    /** Nobody but the search cancels anything. */
    static void shielded(TestRun run, Protection protection) {
        ShieldScenario scenario = new ShieldScenario(run);
        run.invariants()
                .add(
                        INNER_IS_UNHARMED,
                        () -> assertThat(scenario.inner.cancelled()).isFalse());
        scenario.play(protection);
    }

    /** Somebody cancels the shielded task itself, when it has just ended or is just about to. */
    static void innerCancelled(TestRun run, Protection protection) {
        ShieldScenario scenario = new ShieldScenario(run);
        var _ = createTask(() -> {
            sleep(ofSeconds(1));
            sleep(ZERO);
            scenario.inner.cancel();
        });
        scenario.play(protection);
    }

    private void play(Protection protection) {
        outcome.of(() -> {
            try {
                result = protection.of(inner).await();
            } catch (CancelledError error) {
                if (outcome.isCancelledFromOutside()) {
                    throw error;
                }
                result = "cancelled";
            }
        });
    }
}
