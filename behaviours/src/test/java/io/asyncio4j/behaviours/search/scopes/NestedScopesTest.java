package io.asyncio4j.behaviours.search.scopes;

import static io.asyncio4j.Asyncio.allTasks;
import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.currentTask;
import static io.asyncio4j.Asyncio.sleep;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.fail;

import io.asyncio4j.Task;
import io.asyncio4j.behaviours.search.Outcome;
import io.asyncio4j.testkit.Exploration;
import io.asyncio4j.testkit.LazyAndEager;
import io.asyncio4j.testkit.Mode;
import io.asyncio4j.testkit.TestBody;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Scopes nested at random, each program in many orders of steps, and cancelled at any of its awaits. */
class NestedScopesTest {
    private static final int PROGRAMS = Integer.getInteger("asyncio4j.behaviours.runs", 100);
    private static final int RUNS_OF_EACH = 10;
    private static final int PROGRAMS_WITH_A_TWIN = 10_000;

    private static final String NOTHING_LEFT = "nothing is left running";

    private static TestBody program(int seed, MovingOn movingOn, boolean cancelled) {
        return run -> {
            RandomGenerator random = new SplittableRandom(seed);
            Outcome outcome = new Outcome(run);
            Set<Task<?>> left = new HashSet<>();
            run.invariants().add(NOTHING_LEFT, () -> assertThat(left).isEmpty());
            LateFailures.tolerate(run, RandomScopes.FAILURE::equals);
            if (cancelled) {
                Duration delay = Duration.ofMillis(random.nextInt(6));
                var _ = createTask(
                        () -> {
                            sleep(delay);
                            outcome.cancelFromOutside();
                        },
                        RandomScopes.ALARM);
            }
            outcome.of(() -> {
                try {
                    new RandomScopes(random, movingOn).run(3);
                } finally {
                    left.addAll(allTasks());
                    left.remove(currentTask());
                    left.removeIf(task -> task.getName().equals(RandomScopes.ALARM));
                }
            });
        };
    }

    private static void explore(Mode mode, MovingOn movingOn, boolean cancelled) throws Exception {
        for (int seed = 0; seed < PROGRAMS; seed++) {
            Exploration exploration = Exploration.of(program(seed, movingOn, cancelled))
                    .mode(mode)
                    .seed(seed)
                    .runs(RUNS_OF_EACH);
            try {
                exploration.run();
                exploration.withCancellation().run();
            } catch (Throwable failure) {
                failure.addSuppressed(new AssertionError("in the program of seed " + seed));
                throw failure;
            }
        }
    }

    @LazyAndEager
    void whoIsCancelledOnceAtMostEndsSoOrNormally(Mode mode) throws Exception {
        explore(mode, MovingOnSearchTest.MOVE_ON_AFTER, false);
    }

    @LazyAndEager
    void whoIsCancelledTwiceCountsBoth(Mode mode) throws Exception {
        explore(mode, MovingOnSearchTest.MOVE_ON_AFTER, true);
    }

    /** Which program finds it is left to chance, and so is which invariant fails first. */
    private static void assertFound(String invariant, Mode mode, MovingOnTwin.Defect defect) {
        Set<String> found = new LinkedHashSet<>();
        for (int seed = 0; seed < PROGRAMS_WITH_A_TWIN; seed++) {
            Exploration exploration = Exploration.of(program(seed, new MovingOnTwin(defect), true))
                    .mode(mode)
                    .seed(seed)
                    .runs(3);
            Throwable failure = catchThrowable(exploration::run);
            if (failure != null) {
                found.add(failure.getMessage());
                if (failure.getMessage().contains("«" + invariant + "»")) {
                    return;
                }
            }
        }
        fail("no failure of «" + invariant + "», but of these: " + found);
    }

    @ParameterizedTest
    @EnumSource
    void brokenScopeAmongOthersIsFound(Mode mode) {
        assertFound(Outcome.DELIVERY, mode, MovingOnTwin.Defect.MISTAKES_OTHERS_FOR_ITSELF);
        assertFound(Outcome.COUNT, mode, MovingOnTwin.Defect.FORGETS_TO_UNCANCEL);
        assertFound(Outcome.COUNT, mode, MovingOnTwin.Defect.IS_EVERYBODY);
        assertFound(NOTHING_LEFT, mode, MovingOnTwin.Defect.LEAVES_THE_BODY);
    }
}
