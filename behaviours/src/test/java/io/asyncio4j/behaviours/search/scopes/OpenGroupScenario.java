package io.asyncio4j.behaviours.search.scopes;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.sleep;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.asyncio4j.ThrowableGroup;
import io.asyncio4j.VoidBlock;
import io.asyncio4j.VoidCoroutine;
import io.asyncio4j.behaviours.search.Outcome;
import io.asyncio4j.testkit.TestRun;
import java.io.IOException;
import java.util.List;

/** Groups that are left on purpose, or whose failed children cancel nobody, and what must hold of them. */
final class OpenGroupScenario {
    static final String CHILDREN_END_FIRST = "no child outlives the block";
    static final String NOBODY_GOES_ON = "nobody goes on in a group that is left";
    static final String SIBLINGS_FINISH = "the siblings of a child that fails finish, unless the block is cancelled";
    static final String FAILURE_COMES_OUT = "the failure of a child comes out";

    private final Outcome outcome;
    private final IOException failure = new IOException("the child's");
    private int running;
    private int left;
    private int finished;
    private boolean failed;
    private boolean ranOn;

    private OpenGroupScenario(TestRun run) {
        outcome = new Outcome(run);
        run.invariants().add(CHILDREN_END_FIRST, () -> assertThat(left).isZero());
    }

    /** A child leaves the group while the body and another child wait; and somebody cancels the main task after that. */
    static void leaving(TestRun run, OpenGroup group) {
        OpenGroupScenario scenario = new OpenGroupScenario(run);
        run.invariants().add(NOBODY_GOES_ON, () -> assertThat(scenario.ranOn).isFalse());
        var _ = createTask(() -> {
            sleep(ofSeconds(2));
            // not before the block is left, in asyncio's order
            for (int i = 0; i < 5; i++) {
                sleep(ZERO);
            }
            scenario.outcome.cancelFromOutside();
        });
        scenario.play(group, members -> {
            scenario.start(members, () -> {
                sleep(ofSeconds(1));
                members.leave();
            });
            scenario.start(members, () -> {
                try {
                    scenario.goOn();
                } finally {
                    sleep(ofSeconds(1));
                }
            });
            scenario.goOn();
        });
    }

    private void goOn() {
        sleep(ofMillis(1500));
        ranOn = true;
    }

    /** One child fails, and another one takes a second more. */
    static void supervising(TestRun run, OpenGroup group) {
        OpenGroupScenario scenario = new OpenGroupScenario(run);
        run.invariants().add(SIBLINGS_FINISH, () -> {
            if (!scenario.outcome.isCancelledFromOutside()) {
                assertThat(scenario.finished).isEqualTo(1);
            }
        });
        run.invariants().add(FAILURE_COMES_OUT, () -> {
            if (scenario.failed) {
                assertThat(scenario.outcome.thrown())
                        .isInstanceOfSatisfying(
                                ThrowableGroup.class,
                                thrown -> assertThat(thrown.exceptions()).isEqualTo(List.of(scenario.failure)));
            }
        });
        scenario.play(group, members -> {
            scenario.start(members, () -> {
                sleep(ofSeconds(1));
                scenario.failed = true;
                throw scenario.failure;
            });
            scenario.start(members, () -> {
                sleep(ofSeconds(2));
                scenario.finished++;
            });
            sleep(ofSeconds(1));
        });
    }

    private void start(OpenGroup.Members members, VoidCoroutine child) {
        members.start(() -> {
            running++;
            try {
                child.run();
            } finally {
                running--;
            }
        });
    }

    private void play(OpenGroup group, VoidBlock<OpenGroup.Members> block) {
        outcome.of(() -> {
            try {
                group.run(block);
            } finally {
                left = running;
            }
        });
    }
}
