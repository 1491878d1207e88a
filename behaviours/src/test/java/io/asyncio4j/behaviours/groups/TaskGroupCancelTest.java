package io.asyncio4j.behaviours.groups;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.currentTask;
import static io.asyncio4j.Asyncio.getRunningLoop;
import static io.asyncio4j.Asyncio.sleep;
import static io.asyncio4j.Asyncio.taskGroup;
import static io.asyncio4j.behaviours.groups.Sleeping.sleepAndTell;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.asyncio4j.CancelledError;
import io.asyncio4j.ExceptionGroup;
import io.asyncio4j.Future;
import io.asyncio4j.Task;
import io.asyncio4j.testkit.LazyAndEager;
import io.asyncio4j.testkit.Mode;
import io.asyncio4j.testkit.VirtualTime;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What becomes of the block of a group that is left on purpose: its body, its children, and failures. */
@VirtualTime(detectDeadlock = true)
class TaskGroupCancelTest {
    private final List<Object> seen = new ArrayList<>();

    @LazyAndEager
    void bodyAndChildrenAreCancelledAndTheBlockEndsNormally(Mode mode) throws Exception {
        mode.run(() -> {
            taskGroup(group -> {
                group.createTask(() -> sleepAndTell("child", seen));
                sleep(ZERO);
                group.cancel("enough");
                sleepAndTell("body", seen);
            });
            seen.add(currentTask().cancelling());
        });
        assertThat(seen).containsExactlyInAnyOrder("body enough", "child enough", 0);
    }

    @LazyAndEager
    void blockWithAResultThatIsCutShortReturnsNull(Mode mode) throws Exception {
        String value = mode.run(() -> taskGroup(group -> {
            group.cancel();
            sleep(ofDays(1));
            return "value";
        }));
        assertThat(value).isNull();
    }

    @LazyAndEager
    void bodyThatEndsBeforeItsNextWaitHasItsResult(Mode mode) throws Exception {
        String value = mode.run(() -> taskGroup(group -> {
            group.createTask(() -> sleep(ofDays(1)));
            group.cancel();
            return "value";
        }));
        assertThat(value).isEqualTo("value");
    }

    @LazyAndEager
    void requestThatTheBodyNeverMetIsTakenBackWhole(Mode mode) throws Exception {
        mode.run(() -> {
            taskGroup(group -> {
                group.cancel();
            });
            sleep(ofSeconds(1));
            assertThat(currentTask().cancelling()).isZero();
        });
    }

    @LazyAndEager
    void requestThatTheBodyNeverMetIsTakenBackWholeInATaskThatWasCancelledBefore(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> task = createTask(() -> {
                try {
                    sleep(ofDays(1));
                } catch (CancelledError swallowed) {
                    taskGroup(group -> {
                        group.cancel();
                    });
                    sleep(ofSeconds(1));
                    seen.add(currentTask().cancelling());
                }
            });
            sleep(ZERO);
            task.cancel();
            task.await();
        });
        assertThat(seen).containsExactly(1);
    }

    @LazyAndEager
    void groupThatOnlyWaitsForItsChildrenIsLeftWithoutCancellingTheTaskAround(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> around = currentTask();
            taskGroup(group -> {
                group.createTask(() -> sleep(ofDays(1)));
                group.createTask(() -> {
                    sleep(ofSeconds(1));
                    group.cancel();
                    seen.add(around.cancelling());
                });
            });
        });
        assertThat(seen).containsExactly(0);
    }

    @LazyAndEager
    void failureOfAChildInItsCleanupComesOut(Mode mode) throws Exception {
        mode.run(() -> {
            assertThatThrownBy(() -> taskGroup(group -> {
                        group.createTask(() -> {
                            try {
                                sleep(ofDays(1));
                            } catch (CancelledError error) {
                                throw new IOException("no cleanup");
                            }
                        });
                        sleep(ZERO);
                        group.cancel();
                    }))
                    .isInstanceOfSatisfying(
                            ExceptionGroup.class,
                            failures -> assertThat(failures.exceptions())
                                    .singleElement()
                                    .isInstanceOf(IOException.class));
            sleep(ofSeconds(1));
            assertThat(currentTask().cancelling()).isZero();
        });
    }

    @LazyAndEager
    void failureOfTheBodyComesOut(Mode mode) throws Exception {
        mode.run(() -> {
            assertThatThrownBy(() -> taskGroup(group -> {
                        group.cancel();
                        throw new IOException("disk");
                    }))
                    .isInstanceOf(ExceptionGroup.class);
            sleep(ofSeconds(1));
            assertThat(currentTask().cancelling()).isZero();
        });
    }

    @LazyAndEager
    void failureComesOutAloneInATaskThatWasCancelledBefore(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> task = createTask(() -> {
                try {
                    sleep(ofDays(1));
                } catch (CancelledError swallowed) {
                    seen.add(catchThrowable(() -> taskGroup(group -> {
                        group.cancel();
                        throw new IOException("disk");
                    })));
                    sleep(ofSeconds(1));
                    seen.add(currentTask().cancelling());
                }
            });
            sleep(ZERO);
            task.cancel();
            task.await();
        });
        assertThat(seen).hasSize(2).last().isEqualTo(1);
        assertThat(seen.getFirst()).isInstanceOf(ExceptionGroup.class);
    }

    @LazyAndEager
    void groupWhoseTaskHasFailedIsNotSavedByACancel(Mode mode) throws Exception {
        mode.run(() -> {
            assertThatThrownBy(() -> taskGroup(group -> {
                        group.createTask(() -> {
                            throw new IOException("disk");
                        });
                        try {
                            sleep(ofDays(1));
                        } finally {
                            group.cancel();
                        }
                    }))
                    .isInstanceOf(ExceptionGroup.class);
            assertThat(currentTask().cancelling()).isZero();
        });
    }

    @LazyAndEager
    void bodyThatAwaitsACancelledChildIsCutShort(Mode mode) throws Exception {
        mode.run(() -> assertThatCode(() -> taskGroup(group -> {
                    Task<?> child = group.createTask(() -> sleep(ofDays(1)));
                    getRunningLoop().callLater(ofSeconds(1), group::cancel);
                    child.await();
                    seen.add("never");
                }))
                .doesNotThrowAnyException());
        assertThat(seen).isEmpty();
    }

    @LazyAndEager
    void bodyThatSwallowsTheRequestHasItsResult(Mode mode) throws Exception {
        mode.run(() -> {
            String value = taskGroup(group -> {
                group.cancel();
                try {
                    sleep(ofDays(1));
                } catch (CancelledError swallowed) {
                    seen.add(Objects.toString(swallowed.requestedBy() == currentTask()));
                }
                return "value";
            });
            assertThat(value).isEqualTo("value");
            assertThat(currentTask().cancelling()).isZero();
        });
        assertThat(seen).containsExactly("true");
    }

    @LazyAndEager
    void futureThatTheBodyAwaitsIsCancelled(Mode mode) throws Exception {
        mode.run(() -> {
            Future<String> future = getRunningLoop().createFuture();
            taskGroup(group -> {
                getRunningLoop().callSoon(group::cancel);
                future.await();
            });
            assertThat(future.cancelled()).isTrue();
        });
    }
}
