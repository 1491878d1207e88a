package io.asyncio4j.behaviours.search.scopes;

import static io.asyncio4j.Asyncio.sleep;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.asyncio4j.CancelledError;
import io.asyncio4j.Coroutine;
import io.asyncio4j.ThrowableGroup;
import io.asyncio4j.behaviours.search.Outcome;
import io.asyncio4j.testkit.TestRun;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Three coroutines that race in the main task, and what must hold of them. */
final class RaceScenario {
    static final String FIRST_WINS = "the first result wins, unless the race is cancelled";
    static final String FIRST_END_COUNTS = "the first end is the race's, unless the race is cancelled";
    static final String LOSERS_END_FIRST = "all have ended when the race has";
    static final String LOSERS_ARE_STOPPED = "no loser goes on after the race is won";
    static final String ALL_FAILURES = "where all fail all failures come out, in order, unless the race is cancelled";

    private final Outcome outcome;
    private final List<String> finished = new ArrayList<>();
    private final IOException failure = new IOException("of the first");
    private int running;
    private int left;
    private boolean ranOn;
    private @Nullable String winner;

    private RaceScenario(TestRun run) {
        outcome = new Outcome(run);
        LateFailures.tolerate(run, message -> message.startsWith("of the "));
        run.invariants().add(LOSERS_END_FIRST, () -> assertThat(left).isZero());
        run.invariants().add(LOSERS_ARE_STOPPED, () -> assertThat(ranOn).isFalse());
    }

    private boolean isCancelled() {
        return outcome.thrown() instanceof CancelledError;
    }

    /** Two that have a result at the same time, and one that would go on, and cleans up for a second. */
    static void results(TestRun run, Racing racing) {
        RaceScenario scenario = new RaceScenario(run);
        run.invariants().add(FIRST_WINS, () -> {
            if (!scenario.isCancelled()) {
                assertThat(scenario.winner).isEqualTo(scenario.finished.getFirst());
            }
        });
        scenario.play(racing, List.of(scenario::slow, () -> scenario.runner("a"), () -> scenario.runner("b")));
    }

    /** One has a result when another fails; a failure does not end the race. */
    static void failureBesideAResult(TestRun run, Racing racing) {
        RaceScenario scenario = new RaceScenario(run);
        run.invariants().add(FIRST_WINS, () -> {
            if (!scenario.isCancelled()) {
                assertThat(scenario.winner).isEqualTo("a");
            }
        });
        scenario.play(racing, List.of(() -> scenario.runner("a"), scenario::failing, scenario::slow));
    }

    /** One has a result when another fails; whichever is first ends the race. */
    static void firstEnd(TestRun run, Racing racing) {
        RaceScenario scenario = new RaceScenario(run);
        run.invariants().add(FIRST_END_COUNTS, () -> {
            if (!scenario.isCancelled()) {
                Object end = scenario.winner != null ? scenario.winner : scenario.outcome.thrown();
                assertThat(end).isEqualTo(scenario.finished.getFirst().equals("failure") ? scenario.failure : "a");
            }
        });
        scenario.play(racing, List.of(() -> scenario.runner("a"), scenario::failing, scenario::slow));
    }

    /** All fail, the second first. */
    static void failures(TestRun run, Racing racing) {
        RaceScenario scenario = new RaceScenario(run);
        IOException second = new IOException("of the second");
        run.invariants().add(ALL_FAILURES, () -> {
            if (!scenario.isCancelled()) {
                assertThat(scenario.outcome.thrown()).isInstanceOf(ThrowableGroup.class);
                List<Throwable> thrown = ((ThrowableGroup) scenario.outcome.thrown()).exceptions();
                assertThat(thrown).containsExactly(scenario.failure, second);
            }
        });
        scenario.play(racing, List.of(scenario::failing, () -> {
            sleep(ofSeconds(1));
            throw second;
        }));
    }

    private String runner(String name) {
        sleep(ofSeconds(1));
        finished.add(name);
        return name;
    }

    private String failing() throws IOException {
        sleep(ofSeconds(1));
        finished.add("failure");
        throw failure;
    }

    private String slow() {
        try {
            sleep(ofSeconds(2));
            ranOn = true;
            return "slow";
        } finally {
            sleep(ofSeconds(1));
        }
    }

    private void play(Racing racing, List<Coroutine<String>> coroutines) {
        List<Coroutine<String>> counted = new ArrayList<>();
        for (Coroutine<String> coroutine : coroutines) {
            counted.add(() -> {
                running++;
                try {
                    return coroutine.await();
                } finally {
                    running--;
                }
            });
        }
        outcome.of(() -> {
            try {
                sleep(ZERO);
                winner = racing.of(counted);
            } finally {
                left = running;
            }
        });
    }
}
