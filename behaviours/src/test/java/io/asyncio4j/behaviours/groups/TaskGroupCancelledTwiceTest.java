package io.asyncio4j.behaviours.groups;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.currentTask;
import static io.asyncio4j.Asyncio.getRunningLoop;
import static io.asyncio4j.Asyncio.sleep;
import static io.asyncio4j.Asyncio.taskGroup;
import static io.asyncio4j.Asyncio.timeout;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.asyncio4j.CancelledError;
import io.asyncio4j.ExceptionGroup;
import io.asyncio4j.Task;
import io.asyncio4j.TaskGroup;
import io.asyncio4j.testkit.LazyAndEager;
import io.asyncio4j.testkit.Mode;
import io.asyncio4j.testkit.VirtualTime;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;

/** A group that is left on purpose while somebody else cancels the task around it: the other cancellation goes on. */
@VirtualTime(detectDeadlock = true)
class TaskGroupCancelledTwiceTest {
    private final List<Object> seen = new ArrayList<>();

    private static void sleepAndCleanUp() {
        try {
            sleep(ofDays(1));
        } finally {
            sleep(ofSeconds(2));
        }
    }

    /** A task in a group that sleeps in its body, cancelled and left by the two in this order, in the same turn. */
    private void cancelInOneTurn(Mode mode, boolean groupFirst) throws Exception {
        mode.run(() -> {
            TaskGroup group = new TaskGroup();
            Task<?> task = createTask(() -> group.with(tasks -> {
                tasks.createTask(TaskGroupCancelledTwiceTest::sleepAndCleanUp);
                sleep(ofDays(1));
            }));
            Runnable leave = () -> group.cancel("left");
            Runnable cancel = () -> task.cancel("cancelled");
            getRunningLoop().callLater(ofSeconds(1), groupFirst ? leave : cancel);
            getRunningLoop().callLater(ofSeconds(1), groupFirst ? cancel : leave);
            seen.add(catchThrowable(task::await));
            seen.add(task.cancelling());
        });
    }

    @LazyAndEager
    void cancellationInTheSameTurnGoesOn(Mode mode) throws Exception {
        cancelInOneTurn(mode, true);
        assertThat(seen.getFirst()).isInstanceOf(CancelledError.class);
        assertThat(seen.getLast()).isEqualTo(1);
    }

    @LazyAndEager
    void cancellationInTheSameTurnBeforeGoesOnWithItsOwnMessage(Mode mode) throws Exception {
        cancelInOneTurn(mode, false);
        assertThat((Throwable) seen.getFirst())
                .isInstanceOf(CancelledError.class)
                .hasMessage("cancelled");
        assertThat(seen.getLast()).isEqualTo(1);
    }

    @LazyAndEager
    void cancellationWhileTheChildrenEndGoesOn(Mode mode) throws Exception {
        mode.run(() -> {
            TaskGroup group = new TaskGroup();
            Task<?> task = createTask(() -> group.with(tasks -> {
                tasks.createTask(TaskGroupCancelledTwiceTest::sleepAndCleanUp);
                sleep(ofDays(1));
            }));
            sleep(ofSeconds(1));
            group.cancel("left");
            sleep(ofSeconds(1));
            task.cancel("cancelled");
            assertThatThrownBy(task::await).isInstanceOf(CancelledError.class).hasMessage("cancelled");
            assertThat(task.cancelling()).isEqualTo(1);
        });
    }

    @LazyAndEager
    void cancellationWhileTheChildrenOfAGroupWhoseBodyHadEndedEndGoesOn(Mode mode) throws Exception {
        mode.run(() -> {
            TaskGroup group = new TaskGroup();
            Task<?> task = createTask(() -> group.with(tasks -> {
                tasks.createTask(TaskGroupCancelledTwiceTest::sleepAndCleanUp);
            }));
            sleep(ofSeconds(1));
            group.cancel("left");
            sleep(ofSeconds(1));
            task.cancel("cancelled");
            assertThatThrownBy(task::await).isInstanceOf(CancelledError.class).hasMessage("cancelled");
            assertThat(task.cancelling()).isEqualTo(1);
        });
    }

    @LazyAndEager
    void groupThatIsLeftWhileACancellationEndsItDoesNotSwallowThat(Mode mode) throws Exception {
        mode.run(() -> {
            TaskGroup group = new TaskGroup();
            Task<?> task = createTask(() -> group.with(tasks -> {
                tasks.createTask(TaskGroupCancelledTwiceTest::sleepAndCleanUp);
                sleep(ofDays(1));
            }));
            sleep(ofSeconds(1));
            task.cancel("cancelled");
            sleep(ofSeconds(1));
            group.cancel("left");
            assertThatThrownBy(task::await).isInstanceOf(CancelledError.class).hasMessage("cancelled");
            assertThat(task.cancelling()).isEqualTo(1);
        });
    }

    @LazyAndEager
    void cancellationInTheTurnOfTheLastChildsEndGoesOn(Mode mode) throws Exception {
        mode.run(() -> {
            TaskGroup group = new TaskGroup();
            List<Task<?>> around = new ArrayList<>();
            Task<?> task = createTask(() -> {
                around.add(currentTask());
                group.with(tasks -> {
                    tasks.createTask(() -> {
                        try {
                            sleep(ofDays(1));
                        } finally {
                            getRunningLoop().callSoon(() -> around.getFirst().cancel("last moment"));
                        }
                    });
                });
            });
            sleep(ofSeconds(1));
            group.cancel();
            assertThatThrownBy(task::await).isInstanceOf(CancelledError.class).hasMessage("last moment");
            assertThat(task.cancelling()).isEqualTo(1);
        });
    }

    @LazyAndEager
    void cancellationThatIsPendingWhenTheBlockBeginsGoesOn(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> task = createTask(() -> {
                sleep(ZERO);
                currentTask().cancel();
                taskGroup(group -> {
                    group.cancel();
                    sleep(ofDays(1));
                });
                seen.add("never");
            });
            assertThatThrownBy(task::await).isInstanceOf(CancelledError.class);
            assertThat(task.cancelling()).isEqualTo(1);
        });
        assertThat(seen).isEmpty();
    }

    @LazyAndEager
    void cancellationThatNeitherBodyNorGroupMetIsThrownByTheNextWait(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> task = createTask(() -> {
                sleep(ZERO);
                taskGroup(group -> {
                    currentTask().cancel();
                    group.cancel();
                });
                seen.add("block");
                sleep(ZERO);
                seen.add("never");
            });
            assertThatThrownBy(task::await).isInstanceOf(CancelledError.class);
            assertThat(task.cancelling()).isEqualTo(1);
        });
        assertThat(seen).containsExactly("block");
    }

    @LazyAndEager
    void cancellationThatTheWaitForTheChildrenMetTogetherWithTheGroupsGoesOn(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> task = createTask(() -> {
                sleep(ZERO);
                taskGroup(group -> {
                    group.createTask(TaskGroupCancelledTwiceTest::sleepAndCleanUp);
                    sleep(ZERO);
                    currentTask().cancel();
                    group.cancel();
                });
                seen.add("never");
            });
            assertThatThrownBy(task::await).isInstanceOf(CancelledError.class);
            assertThat(task.cancelling()).isEqualTo(1);
        });
        assertThat(seen).isEmpty();
    }

    @LazyAndEager
    void cancellationThatWasTakenBackDoesNotComeOut(Mode mode) throws Exception {
        mode.run(() -> {
            TaskGroup group = new TaskGroup();
            Task<?> task = createTask(() -> group.with(tasks -> {
                tasks.createTask(TaskGroupCancelledTwiceTest::sleepAndCleanUp);
                sleep(ofDays(1));
            }));
            sleep(ofSeconds(1));
            group.cancel();
            sleep(ofSeconds(1));
            task.cancel();
            task.uncancel();
            task.await();
            assertThat(task.cancelling()).isZero();
        });
    }

    @LazyAndEager
    void failureAndCancellationFromOutsideBothComeOut(Mode mode) throws Exception {
        mode.run(() -> {
            TaskGroup group = new TaskGroup();
            Task<?> task = createTask(() -> {
                seen.add(catchThrowable(() -> group.with(tasks -> {
                    tasks.createTask(() -> {
                        try {
                            sleep(ofDays(1));
                        } catch (CancelledError error) {
                            sleep(ofSeconds(2));
                            throw new IOException("no cleanup");
                        }
                    });
                    sleep(ofDays(1));
                })));
                seen.add(currentTask().cancelling());
                sleep(ZERO);
                seen.add("never");
            });
            sleep(ofSeconds(1));
            group.cancel();
            sleep(ofSeconds(1));
            task.cancel();
            assertThatThrownBy(task::await).isInstanceOf(CancelledError.class);
            assertThat(task.cancelling()).isEqualTo(1);
        });
        assertThat(seen).hasSize(2).last().isEqualTo(1);
        assertThat(seen.getFirst()).isInstanceOf(ExceptionGroup.class);
    }

    @LazyAndEager
    void timeoutThatExpiresWhileTheChildrenEndIsNotSwallowed(Mode mode) throws Exception {
        mode.run(() -> {
            assertThatThrownBy(() -> timeout(ofSeconds(2), limit -> {
                        taskGroup(group -> {
                            group.createTask(TaskGroupCancelledTwiceTest::sleepAndCleanUp);
                            sleep(ofSeconds(1));
                            group.cancel();
                        });
                        seen.add("never");
                    }))
                    .isInstanceOf(TimeoutException.class);
            assertThat(currentTask().cancelling()).isZero();
        });
        assertThat(seen).isEmpty();
    }

    @LazyAndEager
    void groupThatIsLeftInTheTurnOfATimeoutEndsInTheTimeout(Mode mode) throws Exception {
        mode.run(() -> {
            assertThatThrownBy(() -> timeout(ofSeconds(1), limit -> {
                        taskGroup(group -> {
                            getRunningLoop().callLater(ofSeconds(1), group::cancel);
                            sleep(ofDays(1));
                        });
                        seen.add("never");
                    }))
                    .isInstanceOf(TimeoutException.class);
            assertThat(currentTask().cancelling()).isZero();
        });
        assertThat(seen).isEmpty();
    }

    @LazyAndEager
    void timeoutInTheBodyIsNotATimeoutWhenTheGroupIsLeftInItsTurn(Mode mode) throws Exception {
        mode.run(() -> {
            taskGroup(group -> {
                getRunningLoop().callLater(ofSeconds(1), group::cancel);
                timeout(ofSeconds(1), limit -> sleep(ofDays(1)));
                seen.add("never");
            });
            sleep(ofMillis(1));
            assertThat(currentTask().cancelling()).isZero();
        });
        assertThat(seen).isEmpty();
    }
}
