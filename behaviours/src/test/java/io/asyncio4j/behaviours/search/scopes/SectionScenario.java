package io.asyncio4j.behaviours.search.scopes;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.getRunningLoop;
import static io.asyncio4j.Asyncio.sleep;
import static io.asyncio4j.Asyncio.timeout;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.asyncio4j.behaviours.search.Outcome;
import io.asyncio4j.testkit.TestRun;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

/** Bodies that are shielded, and what must hold of them. */
final class SectionScenario {
    static final String BODY_IS_DONE = "a body that needs less than the limit is done when the section ends";
    static final String LIMIT_HOLDS = "a cancelled body waits no longer than the limit";
    static final String SCOPES_INSIDE_WORK = "a timeout inside ends in time, and by nothing else";

    private static final Duration LIMIT = ofSeconds(5);

    private final Outcome outcome;
    private boolean begun;
    private boolean done;
    private boolean doneAtTheEnd;
    private boolean timedOut;

    private SectionScenario(TestRun run) {
        outcome = new Outcome(run);
    }

    /** A body of several steps. */
    static void shortBody(TestRun run, Section section) {
        SectionScenario scenario = new SectionScenario(run);
        run.invariants()
                .add(BODY_IS_DONE, () -> assertThat(scenario.doneAtTheEnd).isEqualTo(scenario.begun));
        scenario.outcome.of(() -> {
            sleep(ZERO);
            try {
                section.run(LIMIT, () -> {
                    scenario.begun = true;
                    sleep(ofSeconds(1));
                    sleep(ZERO);
                    sleep(ofSeconds(1));
                    scenario.done = true;
                });
            } finally {
                scenario.doneAtTheEnd = scenario.done;
            }
        });
    }

    /** A body that would not end for a day if nobody cancelled it. */
    static void longBody(TestRun run, Section section) {
        SectionScenario scenario = new SectionScenario(run);
        run.invariants().add(LIMIT_HOLDS, () -> assertThat(scenario.done).isFalse());
        var _ = createTask(() -> {
            sleep(ofSeconds(2));
            scenario.outcome.cancelFromOutside();
        });
        scenario.outcome.of(() -> section.run(LIMIT, () -> {
            sleep(ofSeconds(1));
            sleep(LIMIT);
            scenario.done = true;
        }));
    }

    /** A timeout in the section expires, and the section ends at the same instant with somebody's cancellation. */
    static void timeoutInside(TestRun run, Section section) {
        SectionScenario scenario = new SectionScenario(run);
        run.invariants()
                .add(SCOPES_INSIDE_WORK, () -> assertThat(scenario.timedOut).isEqualTo(scenario.begun));
        var _ = createTask(() -> {
            sleep(ofSeconds(2));
            // not before the timeout is over, in asyncio's order
            sleep(ZERO);
            scenario.outcome.cancelFromOutside();
        });
        scenario.outcome.of(() -> section.run(LIMIT, () -> {
            scenario.begun = true;
            long begin = getRunningLoop().time();
            try {
                timeout(ofSeconds(2), _ -> sleep(ofSeconds(60)));
            } catch (TimeoutException expected) {
                scenario.timedOut =
                        getRunningLoop().time() - begin == ofSeconds(2).toNanos();
            }
        }));
    }
}
