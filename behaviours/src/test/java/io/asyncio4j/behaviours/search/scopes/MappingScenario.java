package io.asyncio4j.behaviours.search.scopes;

import static io.asyncio4j.Asyncio.getRunningLoop;
import static io.asyncio4j.Asyncio.sleep;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.asyncio4j.CancelledError;
import io.asyncio4j.behaviours.search.Outcome;
import io.asyncio4j.testkit.TestRun;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A function at work on five items, two at a time, and what must hold of that. */
final class MappingScenario {
    static final String LIMITED = "never more calls run than the limit allows";
    static final String ALL_ONCE = "all results come, each once";
    static final String IN_ORDER = "the results stand in the order of the items";
    static final String CALLS_END_FIRST = "all calls have ended when the mapping has";
    static final String FAILURE_COMES_OUT = "the failure of a call comes out, unless the mapping is cancelled";
    static final String FAILURE_STOPS_THE_REST = "after a failure nothing begins any more";

    private static final int LIMIT = 2;
    private static final List<Integer> ITEMS = List.of(0, 1, 2, 3, 4);

    private final Outcome outcome;
    private final IOException failure = new IOException("of item 1");
    private int running;
    private int most;
    private int left;
    private long failedAt = Long.MAX_VALUE;
    private boolean begunLate;
    private @Nullable List<String> results;

    private MappingScenario(TestRun run) {
        outcome = new Outcome(run);
        LateFailures.tolerate(run, failure.getMessage()::equals);
        run.invariants().add(LIMITED, () -> assertThat(most).isLessThanOrEqualTo(LIMIT));
        run.invariants().add(CALLS_END_FIRST, () -> assertThat(left).isZero());
    }

    /** All calls give a result, those of later items sooner. */
    static void results(TestRun run, Mapping mapping, boolean inOrder) {
        MappingScenario scenario = new MappingScenario(run);
        run.invariants().add(inOrder ? IN_ORDER : ALL_ONCE, () -> {
            if (scenario.outcome.thrown() == null) {
                List<String> expected = ITEMS.stream().map(String::valueOf).toList();
                if (inOrder) {
                    assertThat(scenario.results).isEqualTo(expected);
                } else {
                    assertThat(scenario.results).containsExactlyInAnyOrderElementsOf(expected);
                }
            }
        });
        scenario.play(mapping, false);
    }

    /** The call of item 1 fails, about when that of item 0 ends. */
    static void failure(TestRun run, Mapping mapping) {
        MappingScenario scenario = new MappingScenario(run);
        run.invariants().add(FAILURE_COMES_OUT, () -> {
            if (!(scenario.outcome.thrown() instanceof CancelledError)) {
                assertThat(scenario.outcome.thrown()).isSameAs(scenario.failure);
            }
        });
        run.invariants()
                .add(
                        FAILURE_STOPS_THE_REST,
                        () -> assertThat(scenario.begunLate).isFalse());
        scenario.play(mapping, true);
    }

    private void play(Mapping mapping, boolean failing) {
        outcome.of(() -> {
            try {
                results = mapping.of(LIMIT, ITEMS, item -> call(item, failing));
            } finally {
                left = running;
            }
        });
    }

    private String call(int item, boolean failing) throws IOException {
        running++;
        most = Math.max(most, running);
        // whoever begins at that time may not have heard of it yet
        begunLate |= getRunningLoop().time() > failedAt;
        try {
            sleep(ofSeconds(1));
            if (failing && item == 1) {
                sleep(ofSeconds(1));
                throw failure;
            }
            sleep(ofSeconds(1));
            return String.valueOf(item);
        } catch (CancelledError error) {
            sleep(ofSeconds(1));
            throw error;
        } catch (IOException thrown) {
            failedAt = getRunningLoop().time();
            throw thrown;
        } finally {
            running--;
        }
    }
}
