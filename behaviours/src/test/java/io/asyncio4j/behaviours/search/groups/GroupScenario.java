package io.asyncio4j.behaviours.search.groups;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.sleep;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.asyncio4j.CancelledError;
import io.asyncio4j.Task;
import io.asyncio4j.ThrowableGroup;
import io.asyncio4j.VoidBlock;
import io.asyncio4j.VoidCoroutine;
import io.asyncio4j.behaviours.search.Outcome;
import io.asyncio4j.testkit.TestRun;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Blocks of a group in the main task, whatever kind of group it is, and what must hold of them. */
final class GroupScenario {

    static final String CHILDREN_END_FIRST = "no child outlives the block";
    static final String NO_FAILURE_IS_LOST = "every failure comes out of the block, and nothing else";
    static final String STOPS_THE_OTHERS = "a failure or a cancellation stops the other children";

    private final Outcome outcome;
    private final List<Task<?>> children = new ArrayList<>();
    private final List<Throwable> failures = new ArrayList<>();
    private long outlived;
    private boolean ranOn;

    private GroupScenario(TestRun run) {
        outcome = new Outcome(run);
        run.invariants().add(CHILDREN_END_FIRST, () -> assertThat(outlived).isZero());
        run.invariants()
                .add(
                        NO_FAILURE_IS_LOST,
                        () -> assertThat(failuresIn(outcome.thrown())).containsExactlyInAnyOrderElementsOf(failures));
        run.invariants().add(STOPS_THE_OTHERS, () -> assertThat(ranOn).isFalse());
    }

    private static List<Throwable> failuresIn(@Nullable Throwable thrown) {
        return thrown instanceof ThrowableGroup group
                ? group.exceptions()
                : thrown == null || thrown instanceof CancelledError ? List.of() : List.of(thrown);
    }

    /** One child fails, another is about to; a third would go on, and takes a second to clean up. */
    static void failures(TestRun run, Group group) {
        GroupScenario scenario = new GroupScenario(run);
        scenario.play(group, scenario::failingBlock);
    }

    private void failingBlock(Group.Children children) {
        start(children, () -> {
            sleep(ZERO);
            throw failure("early");
        });
        start(children, () -> {
            sleep(ZERO);
            sleep(ZERO);
            throw failure("late");
        });
        start(children, this::runUntilStopped);
        for (int i = 0; i < 4; i++) {
            sleep(ZERO);
        }
    }

    /** Time passes only when all that is ready has run, so what has to stop gets to know that before the second is over. */
    private void runUntilStopped() {
        try {
            sleep(ofSeconds(1));
            boolean stopped = !failures.isEmpty() || outcome.isCancelledFromOutside();
            sleep(ofSeconds(1));
            ranOn = stopped;
        } finally {
            sleep(ofSeconds(1));
        }
    }

    /** A child makes another one, about when the block's body ends; and somebody may cancel the main task at its end. */
    static void growth(TestRun run, Group group, boolean cancelled) {
        GroupScenario scenario = new GroupScenario(run);
        if (cancelled) {
            var _ = createTask(() -> {
                sleep(ofSeconds(9));
                scenario.outcome.cancelFromOutside();
            });
        }
        scenario.play(group, scenario::growingBlock);
    }

    private void growingBlock(Group.Children children) {
        start(children, () -> {
            sleep(ZERO);
            start(children, () -> sleep(ofSeconds(9)));
        });
        start(children, this::runUntilStopped);
        for (int i = 0; i < 4; i++) {
            sleep(ZERO);
        }
    }

    private void play(Group group, VoidBlock<Group.Children> block) {
        outcome.of(() -> {
            try {
                group.run(block);
            } finally {
                outlived = children.stream().filter(child -> !child.done()).count();
            }
        });
    }

    private void start(Group.Children group, VoidCoroutine child) {
        children.add(group.start(child));
    }

    private IOException failure(String name) {
        IOException failure = new IOException(name);
        failures.add(failure);
        return failure;
    }
}
