package io.asyncio4j.behaviours.search.timeouts;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.getRunningLoop;
import static io.asyncio4j.Asyncio.sleep;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.asyncio4j.CancelledError;
import io.asyncio4j.EventLoop;
import io.asyncio4j.VoidCoroutine;
import io.asyncio4j.behaviours.search.Outcome;
import io.asyncio4j.testkit.TestRun;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

/** Bodies with a time limit of two seconds in the main task, and what must hold of them. */
final class TimeoutScenario {

    static final String ONLY_WHEN_OVER = "a TimeoutException comes only when the time is over";
    static final String ONLY_ALONE = "a TimeoutException comes only if nobody else has cancelled the body";
    static final String BODY_ENDS_FIRST = "the body has ended when the limit returns";
    static final String BODY_IS_STOPPED = "the body does not wait on when the time is over";

    private static final Duration LIMIT = ofSeconds(2);

    private final Outcome outcome;
    private final EventLoop loop = getRunningLoop();
    private final long begin = loop.time();
    private boolean inBody;
    private boolean bodyLeft;
    private boolean cancelledByOthers;
    private boolean ranOver;
    private long took;

    private TimeoutScenario(TestRun run) {
        outcome = new Outcome(run);
        run.invariants().add(ONLY_WHEN_OVER, () -> {
            if (timedOut()) {
                assertThat(took).isGreaterThanOrEqualTo(LIMIT.toNanos());
            }
        });
        run.invariants()
                .add(
                        ONLY_ALONE,
                        () -> assertThat(timedOut() && cancelledByOthers).isFalse());
        run.invariants().add(BODY_ENDS_FIRST, () -> assertThat(bodyLeft).isFalse());
        run.invariants().add(BODY_IS_STOPPED, () -> assertThat(ranOver).isFalse());
    }

    private boolean timedOut() {
        return outcome.thrown() instanceof TimeoutException;
    }

    /** The body would take longer, and takes half a second to clean up. */
    static void slowBody(TestRun run, TimeLimit limit) {
        new TimeoutScenario(run).play(limit, LIMIT.plusSeconds(3));
    }

    /** The body needs a second and a half of its two. */
    static void quickBody(TestRun run, TimeLimit limit) {
        new TimeoutScenario(run).play(limit, LIMIT.minusSeconds(1));
    }

    /** The body would take longer, and at the very instant when its time is over, somebody else cancels it too. */
    static void slowBodyCancelledInTime(TestRun run, TimeLimit limit) {
        TimeoutScenario scenario = new TimeoutScenario(run);
        var _ = createTask(() -> {
            // not before the limit is entered, in asyncio's order
            sleep(Duration.ZERO);
            sleep(LIMIT);
            scenario.outcome.cancelFromOutside();
        });
        scenario.play(limit, () -> scenario.work(LIMIT.plusSeconds(3)));
    }

    /** The body gives the cancellation that is not of others another name. */
    static void bodyThatTranslates(TestRun run, TimeLimit limit) {
        TimeoutScenario scenario = new TimeoutScenario(run);
        scenario.play(limit, () -> {
            try {
                sleep(LIMIT.plusSeconds(3));
            } catch (CancelledError error) {
                if (scenario.outcome.isCancelledFromOutside()) {
                    throw error;
                }
                throw new IOException("given up", error);
            }
        });
    }

    private void play(TimeLimit limit, Duration work) {
        play(limit, () -> {
            try {
                work(work);
            } finally {
                sleep(ofMillis(500));
            }
        });
    }

    private void work(Duration work) {
        sleep(work);
        ranOver = work.compareTo(LIMIT) > 0;
    }

    private void play(TimeLimit limit, VoidCoroutine body) {
        outcome.of(() -> {
            try {
                limit.run(
                        () -> {
                            inBody = true;
                            try {
                                body.run();
                            } finally {
                                inBody = false;
                            }
                        },
                        LIMIT);
            } finally {
                bodyLeft = inBody;
                took = loop.time() - begin;
                cancelledByOthers = outcome.isCancelledFromOutside();
            }
        });
    }
}
