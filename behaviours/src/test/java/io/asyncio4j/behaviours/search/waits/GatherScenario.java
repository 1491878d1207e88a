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
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Three children that the main task gathers, and what must hold of them. */
final class GatherScenario {

    static final String ALL_IN_ORDER = "all results come, in the order of the children";
    static final String CANCELS_THE_CHILDREN = "children that run are cancelled when the gathering is";
    static final String ENDS_LAST = "children have ended when the gathering has";
    static final String FAILURE_COMES_OUT = "the failure of a child comes out, unless the gathering is cancelled";
    static final String LEAVES_SIBLINGS = "the failure of one child leaves the others alone";

    private final Outcome outcome;
    private final List<Task<String>> children = new ArrayList<>();
    private @Nullable List<String> results;
    private long runOn;
    private long notCancelled;

    private GatherScenario(TestRun run) {
        outcome = new Outcome(run);
    }

    private boolean isCancelled() {
        return outcome.thrown() instanceof CancelledError;
    }

    /**
     * The children need several turns each, and end at about the same time.
     *
     * <p>A gathering that is cancelled ends, as asyncio's does, when the first of its children has ended as cancelled;
     * unless it returns exceptions as results, when all have.
     */
    static void results(TestRun run, Gathering gathering, boolean returnsExceptions) {
        GatherScenario scenario = new GatherScenario(run);
        run.invariants()
                .add(
                        CANCELS_THE_CHILDREN,
                        () -> assertThat(scenario.notCancelled).isZero());
        if (returnsExceptions) {
            run.invariants().add(ENDS_LAST, () -> assertThat(scenario.runOn).isZero());
        }
        run.invariants().add(ALL_IN_ORDER, () -> {
            if (!scenario.isCancelled()) {
                assertThat(scenario.results).containsExactly("a", "b", "c");
            }
        });
        for (String name : List.of("a", "b", "c")) {
            scenario.children.add(createTask(() -> child(name)));
        }
        scenario.play(gathering);
    }

    private static String child(String name) {
        sleep(ZERO);
        try {
            sleep(ofSeconds(1));
        } catch (CancelledError error) {
            sleep(ofSeconds(1));
            throw error;
        }
        sleep(ZERO);
        return name;
    }

    /** The last child fails when the others have ended, in asyncio's order. */
    static void failure(TestRun run, Gathering gathering) {
        GatherScenario scenario = new GatherScenario(run);
        IOException failure = new IOException("the child's");
        run.invariants().add(FAILURE_COMES_OUT, () -> {
            if (!scenario.isCancelled()) {
                assertThat(scenario.outcome.thrown()).isSameAs(failure);
            }
        });
        run.invariants().add(LEAVES_SIBLINGS, () -> {
            if (!scenario.outcome.isCancelledFromOutside()) {
                assertThat(scenario.children.subList(0, 2)).allMatch(child -> !child.cancelled());
            }
        });
        for (String name : List.of("a", "b")) {
            scenario.children.add(createTask(() -> child(name)));
        }
        scenario.children.add(createTask(() -> {
            child("c");
            throw failure;
        }));
        scenario.play(gathering);
    }

    private void play(Gathering gathering) {
        outcome.of(() -> {
            try {
                results = gathering.of(children);
            } finally {
                List<Task<String>> running =
                        children.stream().filter(child -> !child.done()).toList();
                runOn = running.size();
                notCancelled = running.stream()
                        .filter(child -> child.cancelling() == 0)
                        .count();
            }
        });
    }
}
