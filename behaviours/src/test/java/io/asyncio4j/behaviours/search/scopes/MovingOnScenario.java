package io.asyncio4j.behaviours.search.scopes;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.shielded;
import static io.asyncio4j.Asyncio.sleep;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.asyncio4j.VoidCoroutine;
import io.asyncio4j.behaviours.search.Outcome;
import io.asyncio4j.testkit.TestRun;
import java.time.Duration;

/** Bodies of the main task that are cut short after two seconds, and what must hold of them. */
final class MovingOnScenario {
    static final String BODY_ENDS_FIRST = "the body has ended when it is gone on";
    static final String TELLS_THE_TRUTH = "it tells whether the body has ended by itself";

    private static final Duration LIMIT = ofSeconds(2);

    private final Outcome outcome;
    private boolean inBody;
    private boolean bodyLeft;
    private boolean finished;
    private boolean told;

    private MovingOnScenario(TestRun run) {
        outcome = new Outcome(run);
        run.invariants().add(BODY_ENDS_FIRST, () -> assertThat(bodyLeft).isFalse());
        run.invariants().add(TELLS_THE_TRUTH, () -> {
            if (outcome.thrown() == null) {
                assertThat(told).isEqualTo(finished);
            }
        });
    }

    /** The body would take longer, and at the very instant when its time is over, somebody else cancels it too. */
    static void cancelledInTime(TestRun run, MovingOn movingOn) {
        MovingOnScenario scenario = new MovingOnScenario(run);
        var _ = createTask(() -> {
            sleep(LIMIT);
            // not before the block is left, in asyncio's order
            sleep(ZERO);
            sleep(ZERO);
            scenario.outcome.cancelFromOutside();
        });
        scenario.play(movingOn, () -> sleep(LIMIT.plusSeconds(3)));
    }

    /** The time is over in a section that the body ends with, and that takes half a second more. */
    static void unnoticed(TestRun run, MovingOn movingOn) {
        new MovingOnScenario(run).play(movingOn, () -> shielded(ofSeconds(9), () -> sleep(LIMIT.plusMillis(500))));
    }

    /** The body ends a second before the time does. */
    static void goodFinish(TestRun run, MovingOn movingOn) {
        new MovingOnScenario(run).play(movingOn, () -> sleep(LIMIT.minusSeconds(1)));
    }

    /** The body ends when the time does. */
    static void closeFinish(TestRun run, MovingOn movingOn) {
        new MovingOnScenario(run).play(movingOn, () -> sleep(LIMIT));
    }

    private void play(MovingOn movingOn, VoidCoroutine body) {
        outcome.of(() -> {
            try {
                told = movingOn.run(LIMIT, () -> {
                    inBody = true;
                    try {
                        body.run();
                        finished = true;
                    } finally {
                        inBody = false;
                    }
                });
            } finally {
                bodyLeft = inBody;
            }
        });
    }
}
