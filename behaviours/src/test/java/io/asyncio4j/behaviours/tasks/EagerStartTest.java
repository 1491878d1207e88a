package io.asyncio4j.behaviours.tasks;

import static io.asyncio4j.Asyncio.allTasks;
import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.currentTask;
import static io.asyncio4j.Asyncio.getRunningLoop;
import static io.asyncio4j.Asyncio.run;
import static io.asyncio4j.Asyncio.sleep;
import static java.time.Duration.ZERO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asyncio4j.CancelledError;
import io.asyncio4j.Coroutine;
import io.asyncio4j.EventLoop;
import io.asyncio4j.KeyboardInterrupt;
import io.asyncio4j.Task;
import io.asyncio4j.VoidCoroutine;
import io.asyncio4j.testkit.VirtualTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

@VirtualTime(detectDeadlock = true)
class EagerStartTest {
    private final List<Object> seen = new ArrayList<>();

    private static <T> Task<T> eager(Coroutine<T> coroutine) {
        return createTask(coroutine, null, null, true);
    }

    private static Task<Void> eager(VoidCoroutine coroutine) {
        return createTask(coroutine, null, null, true);
    }

    @Test
    void taskThatNeverWaitsIsDoneWhenItsCreationReturns() throws Exception {
        run(() -> assertThat(eager(() -> 7).result()).isEqualTo(7));
    }

    @Test
    void firstStepRunsBeforeItsCreatorGoesOn() throws Exception {
        run(() -> {
            Task<?> task = eager(() -> {
                seen.add("child");
                sleep(ZERO);
                seen.add("child again");
            });
            seen.add("creator");
            task.await();
        });
        assertThat(seen).containsExactly("child", "creator", "child again");
    }

    @Test
    void currentTaskInTheFirstStepIsTheNewTask() throws Exception {
        run(() -> {
            Task<?> task = eager(() -> seen.add(currentTask()));
            assertThat(seen).containsExactly(task);
        });
    }

    @Test
    void creatorIsTheCurrentTaskAgainAfterwards() throws Exception {
        run(() -> {
            Task<?> creator = currentTask();
            eager(() -> 1);
            assertThat(currentTask()).isSameAs(creator);
            eager(() -> sleep(ZERO));
            assertThat(currentTask()).isSameAs(creator);
        });
    }

    @Test
    void eagerTasksNest() throws Exception {
        int result = run(() ->
                eager(() -> eager(() -> eager(() -> 7).result()).result()).result());
        assertThat(result).isEqualTo(7);
    }

    @Test
    void callbackThatStartsAnEagerTaskIsNoTaskAfterwards() throws Exception {
        run(() -> {
            getRunningLoop().callSoon(() -> {
                eager(() -> seen.add(currentTask() != null));
                seen.add(currentTask() == null);
            });
            sleep(ZERO);
        });
        assertThat(seen).containsExactly(true, true);
    }

    @Test
    void failureOfTheFirstStepIsTheTasksAndNotItsCreators() throws Exception {
        run(() -> {
            Task<?> task = eager(() -> {
                throw new IllegalStateException("boom");
            });
            assertThat(task.exception()).isInstanceOf(IllegalStateException.class);
        });
    }

    @Test
    void firstStepThatCancelsItsTaskEndsItCancelled() throws Exception {
        run(() -> assertThat(eager(() -> currentTask().cancel()).cancelled()).isTrue());
    }

    @Test
    void firstStepThatCancelsItsTaskIsToldWhereItWaits() throws Exception {
        run(() -> {
            Task<?> task = eager(() -> {
                currentTask().cancel();
                try {
                    sleep(ZERO);
                } catch (CancelledError error) {
                    seen.add("told");
                    throw error;
                }
            });
            assertThatThrownBy(task::await).isInstanceOf(CancelledError.class);
        });
        assertThat(seen).containsExactly("told");
    }

    @Test
    void firstStepThatCancelsItsCreatorReachesItAtItsNextWait() throws Exception {
        run(() -> {
            Task<?> creator = currentTask();
            eager(() -> creator.cancel("by my child"));
            assertThatThrownBy(() -> sleep(ZERO))
                    .isInstanceOf(CancelledError.class)
                    .hasMessage("by my child");
            creator.uncancel();
        });
    }

    @Test
    void keyboardInterruptInTheFirstStepComesOutOfTheCreatingCall() throws Exception {
        run(() -> {
            assertThatThrownBy(() -> eager(() -> {
                        throw new KeyboardInterrupt();
                    }))
                    .isInstanceOf(KeyboardInterrupt.class);
            assertThat(sleep(ZERO, "goes on")).isEqualTo("goes on");
        });
    }

    @Test
    void taskInItsFirstStepIsAmongAllTasks() throws Exception {
        run(() -> {
            Task<Set<Task<?>>> task = eager(() -> allTasks());
            assertThat(task.result()).containsExactly(currentTask(), task);
        });
    }

    @Test
    void taskThatEndedInItsFirstStepIsNotAmongAllTasks() throws Exception {
        run(() -> {
            eager(() -> 1);
            assertThat(allTasks()).containsExactly(currentTask());
        });
    }

    @Test
    void doneCallbackOfATaskThatEndedInItsFirstStepIsCalledInTheNextTurn() throws Exception {
        run(() -> {
            Task<?> task = eager(() -> 1);
            task.addDoneCallback(done -> seen.add("called"));
            assertThat(seen).isEmpty();
            sleep(ZERO);
            assertThat(seen).containsExactly("called");
        });
    }

    @Test
    void withoutARunningLoopTheFirstStepWaitsForIt() throws Exception {
        EventLoop loop = new EventLoop();
        Task<Integer> task = loop.createTask(() -> 7, null, null, true);
        assertThat(task.done()).isFalse();
        assertThat(loop.runUntilComplete(task)).isEqualTo(7);
        loop.close();
    }

    private Throwable thrownOnAnotherThread(EventLoop loop) throws InterruptedException {
        List<Throwable> thrown = new ArrayList<>();
        Thread thread = Thread.ofPlatform().start(() -> {
            try {
                loop.createTask(() -> seen.add("ran"), null, null, true);
            } catch (Throwable exception) {
                thrown.add(exception);
            }
        });
        thread.join();
        return thrown.isEmpty() ? null : thrown.getFirst();
    }

    @Test
    void eagerStartFromAForeignThreadIsRefusedAndLeavesNoTask() throws Exception {
        EventLoop loop = new EventLoop();
        loop.setExceptionHandler((ignored, context) -> {});
        loop.runUntilComplete(() -> {
            assertThat(thrownOnAnotherThread(loop)).isInstanceOf(IllegalStateException.class);
            assertThat(allTasks()).containsExactly(currentTask());
            return null;
        });
        loop.close();
        assertThat(seen).isEmpty();
    }
}
