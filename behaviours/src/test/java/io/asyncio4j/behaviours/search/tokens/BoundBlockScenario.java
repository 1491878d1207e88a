package io.asyncio4j.behaviours.search.tokens;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.sleep;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.asyncio4j.CancelledError;
import io.asyncio4j.VoidCoroutine;
import io.asyncio4j.behaviours.search.Outcome;
import io.asyncio4j.cancellation.CancellationToken;
import io.asyncio4j.cancellation.CancellationTokenSource;
import io.asyncio4j.testkit.TestRun;

/**
 * A body that the main task waits for is bound to a token, which is cancelled after a second. An error that knows the token
 * is caught outside, as the program of a user would: others' requests must come out all the same.
 */
final class BoundBlockScenario {

    static final String HEARS = "the body does not wait on when the token is cancelled";
    static final String NEVER_BEGINS_LATE = "no body begins when the token has been cancelled";

    private final Outcome outcome;
    private final CancellationTokenSource source = new CancellationTokenSource();
    private boolean beganLate;
    private boolean wentOn;

    private BoundBlockScenario(TestRun run) {
        outcome = new Outcome(run);
        run.invariants().add(HEARS, () -> assertThat(wentOn).isFalse());
        run.invariants().add(NEVER_BEGINS_LATE, () -> assertThat(beganLate).isFalse());
    }

    /** The body would go on for another second. */
    static void longBody(TestRun run, BoundBlock block) {
        BoundBlockScenario scenario = new BoundBlockScenario(run);
        scenario.cancelAfterASecond();
        scenario.play(block, () -> {
            sleep(ofSeconds(1));
            sleep(ofSeconds(1));
            scenario.wentOn = true;
        });
    }

    /** The body ends at the instant when the token is cancelled: before that, in asyncio's order. */
    static void shortBody(TestRun run, BoundBlock block) {
        BoundBlockScenario scenario = new BoundBlockScenario(run);
        scenario.cancelAfterASecond();
        scenario.play(block, () -> sleep(ofSeconds(1)));
    }

    /** The block begins at the instant when the token is cancelled: before that, in asyncio's order. */
    static void lateBody(TestRun run, BoundBlock block) {
        BoundBlockScenario scenario = new BoundBlockScenario(run);
        scenario.cancelAfterASecond();
        scenario.outcome.of(() -> {
            sleep(ofSeconds(1));
            scenario.bind(block, () -> sleep(ZERO));
        });
    }

    private void cancelAfterASecond() {
        var _ = createTask(() -> {
            sleep(ofSeconds(1));
            for (int i = 0; i < 4; i++) {
                sleep(ZERO);
            }
            source.cancel("a second is over");
        });
    }

    private void play(BoundBlock block, VoidCoroutine body) {
        outcome.of(() -> bind(block, body));
    }

    private void bind(BoundBlock block, VoidCoroutine body) throws Exception {
        try {
            block.run(source.token(), () -> {
                beganLate = source.isCancellationRequested();
                body.run();
            });
        } catch (CancelledError error) {
            if (CancellationToken.of(error) != source.token()) {
                throw error;
            }
        }
    }
}
