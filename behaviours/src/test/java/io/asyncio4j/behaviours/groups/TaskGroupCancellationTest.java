package io.asyncio4j.behaviours.groups;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.currentTask;
import static io.asyncio4j.Asyncio.sleep;
import static io.asyncio4j.Asyncio.taskGroup;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofDays;
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

@VirtualTime(detectDeadlock = true)
class TaskGroupCancellationTest {
    private final List<Object> seen = new ArrayList<>();

    private static void failingInItsCleanup(TaskGroup group) {
        group.createTask(() -> {
            try {
                sleep(ofDays(1));
            } catch (CancelledError error) {
                throw new IOException("no cleanup");
            }
        });
    }

    @LazyAndEager
    void countIsAsBeforeWhenAChildFailed(Mode mode) throws Exception {
        mode.run(() -> {
            Throwable failures = catchThrowable(() -> taskGroup(group -> {
                group.createTask(() -> {
                    throw new IOException("disk");
                });
                sleep(ofDays(1));
            }));
            assertThat(failures).isInstanceOf(ExceptionGroup.class);
            assertThat(currentTask().cancelling()).isZero();
        });
    }

    @LazyAndEager
    void inTheBodyTheRequestOfTheGroupCounts(Mode mode) throws Exception {
        mode.run(() -> {
            assertThatThrownBy(() -> taskGroup(group -> {
                        group.createTask(() -> {
                            sleep(ZERO);
                            throw new IOException("disk");
                        });
                        try {
                            sleep(ofDays(1));
                        } finally {
                            seen.add(currentTask().cancelling());
                        }
                    }))
                    .isInstanceOf(ExceptionGroup.class);
        });
        assertThat(seen).containsExactly(1);
    }

    @LazyAndEager
    void cancellationFromOutsideComesOutWhenNothingFailed(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> task = createTask(() -> taskGroup(group -> {
                group.createTask(() -> sleep(ofDays(1)));
            }));
            sleep(ZERO);
            task.cancel("enough");
            assertThatThrownBy(task::await).isInstanceOf(CancelledError.class).hasMessage("enough");
            assertThat(task.cancelling()).isEqualTo(1);
        });
    }

    @LazyAndEager
    void cancellationFromOutsideWaitsForTheChildrenToEnd(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> task = createTask(() -> taskGroup(group -> {
                group.createTask(() -> {
                    try {
                        sleep(ofDays(1));
                    } finally {
                        sleep(ofSeconds(1));
                        seen.add("cleaned up");
                    }
                });
            }));
            sleep(ZERO);
            sleep(ZERO);
            task.cancel();
            assertThatThrownBy(task::await).isInstanceOf(CancelledError.class);
        });
        assertThat(seen).containsExactly("cleaned up");
    }

    @LazyAndEager
    void failureDuringACancellationFromOutsideComesOutAndTheRequestAtTheNextWait(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> task = createTask(() -> {
                Throwable failures = catchThrowable(() -> taskGroup(TaskGroupCancellationTest::failingInItsCleanup));
                seen.add(failures.getClass());
                seen.add(currentTask().cancelling());
                sleep(ZERO);
                seen.add("never here");
            });
            sleep(ZERO);
            sleep(ZERO);
            task.cancel();
            assertThatThrownBy(task::await).isInstanceOf(CancelledError.class);
        });
        assertThat(seen).containsExactly(ExceptionGroup.class, 1);
    }

    @LazyAndEager
    void failureAfterTheParentWasCancelledDoesNotCancelItAgain(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> task = createTask(() -> {
                assertThatThrownBy(() -> taskGroup(TaskGroupCancellationTest::failingInItsCleanup))
                        .isInstanceOf(ExceptionGroup.class);
                seen.add(currentTask().cancelling());
                currentTask().uncancel();
            });
            sleep(ZERO);
            sleep(ZERO);
            task.cancel();
            task.await();
        });
        assertThat(seen).containsExactly(1);
    }

    @LazyAndEager
    void secondCancelWhileTheChildrenEndDoesNotHurryThem(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> task = createTask(() -> taskGroup(group -> {
                group.createTask(() -> {
                    try {
                        sleep(ofDays(1));
                    } finally {
                        sleep(ofSeconds(2));
                        seen.add("cleaned up");
                    }
                });
            }));
            sleep(ZERO);
            sleep(ZERO);
            task.cancel("first");
            sleep(ofSeconds(1));
            task.cancel("second");
            assertThatThrownBy(task::await).isInstanceOf(CancelledError.class).hasMessage("first");
            assertThat(task.cancelling()).isEqualTo(2);
        });
        assertThat(seen).containsExactly("cleaned up");
    }

    @LazyAndEager
    void childThatIsCancelledAloneHurtsNobody(Mode mode) throws Exception {
        mode.run(() -> {
            String value = taskGroup(group -> {
                Task<?> child = group.createTask(() -> sleep(ofDays(1)));
                group.createTask(() -> seen.add("other"));
                child.cancel();
                return "value";
            });
            assertThat(value).isEqualTo("value");
        });
        assertThat(seen).containsExactly("other");
    }

    @LazyAndEager
    void childThatCancelsTheParentEndsTheGroup(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> task = createTask(() -> {
                Task<?> parent = currentTask();
                taskGroup(group -> {
                    group.createTask(() -> parent.cancel("by my child"));
                    group.createTask(() -> sleep(ofDays(1)));
                });
            });
            assertThatThrownBy(task::await).isInstanceOf(CancelledError.class).hasMessage("by my child");
        });
    }

    @LazyAndEager
    void bodyThatSwallowsTheGroupsRequestStillEndsInItsFailures(Mode mode) throws Exception {
        mode.run(() -> {
            assertThatThrownBy(() -> taskGroup(group -> {
                        group.createTask(() -> {
                            sleep(ZERO);
                            throw new IOException("disk");
                        });
                        try {
                            sleep(ofDays(1));
                        } catch (CancelledError swallowed) {
                            seen.add("swallowed");
                        }
                    }))
                    .isInstanceOf(ExceptionGroup.class);
            assertThat(currentTask().cancelling()).isZero();
        });
        assertThat(seen).containsExactly("swallowed");
    }
}
