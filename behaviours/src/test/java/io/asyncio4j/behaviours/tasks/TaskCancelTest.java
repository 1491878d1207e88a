package io.asyncio4j.behaviours.tasks;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.currentTask;
import static io.asyncio4j.Asyncio.getRunningLoop;
import static io.asyncio4j.Asyncio.run;
import static io.asyncio4j.Asyncio.sleep;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asyncio4j.CancelledError;
import io.asyncio4j.Future;
import io.asyncio4j.Task;
import io.asyncio4j.testkit.LazyAndEager;
import io.asyncio4j.testkit.Mode;
import io.asyncio4j.testkit.VirtualTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@VirtualTime(detectDeadlock = true)
class TaskCancelTest {
    private final List<String> order = new ArrayList<>();

    @LazyAndEager
    void cancelOfAWaitingTaskIsAccepted(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> task = createTask(() -> sleep(ofDays(1)));
            sleep(ZERO);
            assertThat(task.cancel()).isTrue();
        });
    }

    @LazyAndEager
    void cancelOfADoneTaskIsRefused(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> task = createTask(() -> 1);
            task.await();
            assertThat(task.cancel()).isFalse();
            assertThat(task.cancelling()).isZero();
        });
    }

    @LazyAndEager
    void cancelledTaskIsNotYetDone(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> task = createTask(() -> sleep(ofDays(1)));
            task.cancel();
            assertThat(task.done()).isFalse();
            assertThat(task.cancelled()).isFalse();
        });
    }

    @Test
    void taskCancelledBeforeItsFirstStepNeverBegins() throws Exception {
        run(() -> {
            Task<?> task = createTask(() -> order.add("began"));
            task.cancel();
            sleep(ZERO);
            assertThat(task.cancelled()).isTrue();
        });
        assertThat(order).isEmpty();
    }

    @LazyAndEager
    void cancelFromACallbackReachesTheTask(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> task = createTask(() -> sleep(ofDays(1)));
            getRunningLoop().callLater(ofSeconds(1), task::cancel);
            sleep(ofSeconds(2));
            assertThat(task.cancelled()).isTrue();
        });
    }

    @LazyAndEager
    void cancelFromADoneCallbackOfAnotherReachesTheTask(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> task = createTask(() -> sleep(ofDays(1)));
            Task<?> other = createTask(() -> sleep(ofSeconds(1)));
            other.addDoneCallback(done -> task.cancel());
            sleep(ofSeconds(2));
            assertThat(task.cancelled()).isTrue();
        });
    }

    @LazyAndEager
    void taskThatCancelsItselfIsToldAtItsNextWait(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> task = createTask(() -> {
                currentTask().cancel("enough");
                order.add("still running");
                sleep(ZERO);
                order.add("never here");
            });
            assertThatThrownBy(task::await).isInstanceOf(CancelledError.class).hasMessage("enough");
        });
        assertThat(order).containsExactly("still running");
    }

    @LazyAndEager
    void taskThatCancelsItselfInItsLastStepEndsCancelled(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> task = createTask(() -> currentTask().cancel());
            sleep(ZERO);
            assertThat(task.cancelled()).isTrue();
        });
    }

    @LazyAndEager
    void taskThatCancelsItselfAndThenAwaitsCancelsWhatItAwaits(Mode mode) throws Exception {
        mode.run(() -> {
            Future<Integer> future = getRunningLoop().createFuture();
            Task<?> task = createTask(() -> {
                currentTask().cancel();
                future.await();
            });
            assertThatThrownBy(task::await).isInstanceOf(CancelledError.class);
            assertThat(future.cancelled()).isTrue();
        });
    }

    @LazyAndEager
    void taskThatSwallowsTheRequestGoesOnAndHasAResult(Mode mode) throws Exception {
        mode.run(() -> {
            Task<Integer> task = createTask(() -> {
                try {
                    sleep(ofDays(1));
                } catch (CancelledError ignored) {
                    sleep(ofSeconds(1));
                }
                return 7;
            });
            sleep(ZERO);
            task.cancel();
            assertThat(task.await()).isEqualTo(7);
            assertThat(task.cancelling()).isEqualTo(1);
        });
    }

    @LazyAndEager
    void cleanupOfACancelledTaskMayWait(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> task = createTask(() -> {
                try {
                    sleep(ofDays(1));
                } finally {
                    sleep(ofSeconds(1));
                    order.add("cleaned up");
                }
            });
            sleep(ZERO);
            task.cancel();
            assertThatThrownBy(task::await).isInstanceOf(CancelledError.class);
        });
        assertThat(order).containsExactly("cleaned up");
    }

    @LazyAndEager
    void taskThatThrowsCancelledErrorByItselfEndsCancelled(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> task = createTask(() -> {
                throw new CancelledError("by myself");
            });
            sleep(ZERO);
            assertThat(task.cancelled()).isTrue();
            assertThatThrownBy(task::result).isInstanceOf(CancelledError.class).hasMessage("by myself");
        });
    }

    @LazyAndEager
    void catchOfExceptionDoesNotSwallowACancellation(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> task = createTask(() -> {
                try {
                    sleep(ofDays(1));
                } catch (Exception swallowed) {
                    order.add("swallowed");
                }
            });
            sleep(ZERO);
            task.cancel();
            sleep(ZERO);
            assertThat(task.cancelled()).isTrue();
        });
        assertThat(order).isEmpty();
    }

    @LazyAndEager
    void cancelReachesTheTaskAtTheEndOfAChainOfAwaits(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> last = createTask(() -> sleep(ofDays(1)));
            Task<?> middle = createTask(last::await);
            Task<?> first = createTask(middle::await);
            sleep(ZERO);
            first.cancel();
            assertThat(List.of(first.cancelling(), middle.cancelling(), last.cancelling()))
                    .containsExactly(1, 1, 1);
            assertThatThrownBy(first::await).isInstanceOf(CancelledError.class);
            assertThat(last.cancelled()).isTrue();
        });
    }

    @LazyAndEager
    void cancelCancelsTheFutureTheTaskWaitsFor(Mode mode) throws Exception {
        mode.run(() -> {
            Future<Integer> future = getRunningLoop().createFuture();
            Task<?> task = createTask(future::await);
            sleep(ZERO);
            task.cancel();
            assertThat(future.cancelled()).isTrue();
        });
    }

    @Test
    void setResultIsRefused() throws Exception {
        run(() -> {
            Task<Integer> task = createTask(() -> 1);
            assertThatThrownBy(() -> task.setResult(2))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("Task does not support setResult");
            assertThat(task.await()).isEqualTo(1);
        });
    }

    @Test
    void setExceptionIsRefused() throws Exception {
        run(() -> {
            Task<Integer> task = createTask(() -> 1);
            assertThatThrownBy(() -> task.setException(new Exception()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("Task does not support setException");
            assertThat(task.await()).isEqualTo(1);
        });
    }
}
