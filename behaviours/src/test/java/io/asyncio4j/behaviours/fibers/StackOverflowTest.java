package io.asyncio4j.behaviours.fibers;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.getRunningLoop;
import static io.asyncio4j.Asyncio.run;
import static io.asyncio4j.Asyncio.sleep;
import static io.asyncio4j.Asyncio.taskGroup;
import static java.time.Duration.ZERO;
import static org.assertj.core.api.Assertions.assertThat;

import io.asyncio4j.Coroutine;
import io.asyncio4j.EventLoop;
import io.asyncio4j.Future;
import io.asyncio4j.Task;
import io.asyncio4j.VoidCoroutine;
import io.asyncio4j.testkit.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A stack that overflows, wherever it does, ends the task whose stack it is, and nothing else. Each test does so many
 * times: the overflow is to hit every frame below the wait, interpreted and compiled.
 *
 * <p>A task that really hands over at each level keeps its frames on the heap and does not overflow; so those tests hand
 * over on the way down only for a while.
 */
@Tag("slow")
@VirtualTime
@Timeout(value = 40, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StackOverflowTest {
    private static final int TIMES = 20;
    private static final int LEVELS_THAT_WAIT = 20_000;

    /** Recurses for ever, waiting at the first levels. */
    @SuppressWarnings("InfiniteRecursion") // that is what it is for
    private static int descend(int level, int levelsThatWait, VoidCoroutine wait) throws Exception {
        if (level < levelsThatWait) {
            wait.run();
        }
        return descend(level + 1, levelsThatWait, wait) + 1;
    }

    private static Coroutine<Integer> descent(int levelsThatWait, VoidCoroutine wait) {
        return () -> descend(0, levelsThatWait, wait);
    }

    /** Overflows in a task, several times over, and checks after each that the loop and all other tasks are whole. */
    private static void overflow(int companions, Coroutine<Integer> overflowing) throws Exception {
        for (int time = 0; time < TIMES; time++) {
            run(() -> {
                List<String> reports = new ArrayList<>();
                EventLoop loop = getRunningLoop();
                loop.setExceptionHandler((on, context) -> reports.add(context.message() + ": " + context.exception()));
                boolean[] over = {false};
                List<Task<Integer>> others = new ArrayList<>();
                for (int number = 0; number < companions; number++) {
                    others.add(createTask(() -> {
                        int steps = 0;
                        while (!over[0]) {
                            sleep(ZERO);
                            steps++;
                        }
                        return steps;
                    }));
                }
                Task<Integer> task = createTask(overflowing);
                Throwable outcome = null;
                try {
                    task.await();
                } catch (Throwable thrown) {
                    outcome = thrown;
                }
                assertThat(outcome).isInstanceOf(StackOverflowError.class);
                over[0] = true;
                for (Task<Integer> other : others) {
                    assertThat(other.await()).isPositive();
                }
                int[] finished = {0};
                taskGroup(group -> {
                    for (int number = 0; number < 20; number++) {
                        group.createTask(() -> {
                            sleep(ZERO);
                            finished[0]++;
                        });
                    }
                });
                assertThat(finished[0]).isEqualTo(20);
                assertThat(reports).isEmpty();
            });
        }
    }

    @Test
    void withoutAnyWait() throws Exception {
        overflow(2, descent(0, () -> {}));
    }

    @Test
    void waitingForTheNextTurnAloneAtEachLevel() throws Exception {
        overflow(0, descent(Integer.MAX_VALUE, () -> sleep(ZERO)));
    }

    @Test
    void waitingForTimeAtEachOfManyLevels() throws Exception {
        overflow(0, descent(LEVELS_THAT_WAIT / 4, () -> sleep(Duration.ofNanos(1))));
    }

    @Test
    void waitingForWhatACallbackBringsAtEachOfManyLevels() throws Exception {
        overflow(0, descent(LEVELS_THAT_WAIT / 4, () -> {
            Future<String> future = getRunningLoop().createFuture();
            getRunningLoop().callSoon(() -> future.setResult("brought"));
            future.await();
        }));
    }

    @Test
    void callbacksOnADeepStackSucceed() throws Exception {
        overflow(0, descent(LEVELS_THAT_WAIT / 4, () -> {
            // a callback of some depth of its own: it must not pay for the stack of the task that waits
            Future<Integer> future = getRunningLoop().createFuture();
            getRunningLoop().callSoon(() -> future.setResult(sumTo(500)));
            assertThat(future.await()).isEqualTo(125_250);
        }));
    }

    private static int sumTo(int number) {
        return number == 0 ? 0 : number + sumTo(number - 1);
    }

    @Test
    void switchingToAnotherTaskAtEachOfManyLevels() throws Exception {
        overflow(1, descent(LEVELS_THAT_WAIT, () -> sleep(ZERO)));
    }

    @Test
    void switchingToSeveralTasksAtEachOfManyLevels() throws Exception {
        overflow(3, descent(LEVELS_THAT_WAIT / 4, () -> sleep(ZERO)));
    }

    @Test
    void awaitingANewTaskAtEachOfManyLevels() throws Exception {
        overflow(0, descent(LEVELS_THAT_WAIT / 4, () -> createTask(() -> {}).await()));
    }

    @Test
    void switchingNowAndThenDownToTheEnd() throws Exception {
        Random random = new Random(4711);
        overflow(2, descent(10 * LEVELS_THAT_WAIT, () -> {
            if (random.nextInt(4_000) == 0) {
                sleep(ZERO);
            }
        }));
    }

    @Test
    void creatingTasksAtEachLevel() throws Exception {
        int[] begun = {0};
        int[] created = {0};
        overflow(0, descent(Integer.MAX_VALUE, () -> {
            created[0]++;
            createTask(() -> begun[0]++);
        }));
        // the creation that overflowed may have failed
        assertThat(created[0] - begun[0]).isBetween(0, TIMES);
    }

    @Test
    void twoTasksThatOverflowInTurns() throws Exception {
        for (int time = 0; time < TIMES; time++) {
            run(() -> {
                List<Task<Integer>> tasks = new ArrayList<>();
                for (int number = 0; number < 2; number++) {
                    tasks.add(createTask(descent(2_000, () -> sleep(ZERO))));
                }
                for (Task<Integer> task : tasks) {
                    Throwable outcome = null;
                    try {
                        task.await();
                    } catch (Throwable thrown) {
                        outcome = thrown;
                    }
                    assertThat(outcome).isInstanceOf(StackOverflowError.class);
                }
            });
        }
    }

    @Test
    void overflowIsCaughtAndTheTaskWaitsOn() throws Exception {
        for (int time = 0; time < TIMES; time++) {
            String result = run(() -> {
                try {
                    descend(0, Integer.MAX_VALUE, () -> sleep(ZERO));
                    return "impossible";
                } catch (StackOverflowError caught) {
                    sleep(ZERO);
                    createTask(() -> sleep(ZERO)).await();
                    return "goes on";
                }
            });
            assertThat(result).isEqualTo("goes on");
        }
    }

    @Test
    void overflowInACallbackIsReportedAndTheLoopGoesOn() throws Exception {
        run(() -> {
            List<Throwable> reports = new ArrayList<>();
            getRunningLoop().setExceptionHandler((loop, context) -> reports.add(context.exception()));
            getRunningLoop().callSoon(() -> sumTo(-1));
            sleep(ZERO);
            sleep(ZERO);
            assertThat(reports).hasSize(1).hasOnlyElementsOfType(StackOverflowError.class);
        });
    }
}
