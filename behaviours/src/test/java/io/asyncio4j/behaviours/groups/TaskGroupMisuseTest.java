package io.asyncio4j.behaviours.groups;

import static io.asyncio4j.Asyncio.allTasks;
import static io.asyncio4j.Asyncio.getRunningLoop;
import static io.asyncio4j.Asyncio.run;
import static io.asyncio4j.Asyncio.sleep;
import static io.asyncio4j.Asyncio.taskGroup;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofDays;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.asyncio4j.Block;
import io.asyncio4j.CancelledError;
import io.asyncio4j.Coroutine;
import io.asyncio4j.ExceptionGroup;
import io.asyncio4j.TaskGroup;
import io.asyncio4j.VoidBlock;
import io.asyncio4j.VoidCoroutine;
import io.asyncio4j.testkit.LazyAndEager;
import io.asyncio4j.testkit.Mode;
import io.asyncio4j.testkit.VirtualTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@VirtualTime(detectDeadlock = true)
class TaskGroupMisuseTest {
    private final List<Object> seen = new ArrayList<>();

    private void assertRefused(TaskGroup group, String why) {
        assertThatThrownBy(() -> group.createTask(() -> seen.add("started")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(why);
    }

    @LazyAndEager
    void groupThatWasNotEnteredRefusesTasks(Mode mode) throws Exception {
        mode.run(() -> {
            assertRefused(new TaskGroup(), "has not been entered");
            sleep(ZERO);
        });
        assertThat(seen).isEmpty();
    }

    @LazyAndEager
    void groupThatIsFinishedRefusesTasks(Mode mode) throws Exception {
        mode.run(() -> {
            TaskGroup group = new TaskGroup();
            group.with(scope -> {});
            assertRefused(group, "is finished");
            sleep(ZERO);
        });
        assertThat(seen).isEmpty();
    }

    @LazyAndEager
    void groupThatFailedAndIsFinishedRefusesTasks(Mode mode) throws Exception {
        mode.run(() -> {
            TaskGroup group = new TaskGroup();
            assertThatThrownBy(() -> group.with(scope -> {
                        throw new IllegalStateException("boom");
                    }))
                    .isInstanceOf(ExceptionGroup.class);
            assertRefused(group, "is finished");
        });
        assertThat(seen).isEmpty();
    }

    @LazyAndEager
    void groupThatIsShuttingDownRefusesTasks(Mode mode) throws Exception {
        mode.run(() -> {
            assertThatThrownBy(() -> taskGroup(group -> {
                        group.createTask(() -> {
                            throw new IllegalStateException("boom");
                        });
                        try {
                            sleep(ofDays(1));
                        } finally {
                            assertRefused(group, "is shutting down");
                        }
                    }))
                    .isInstanceOf(ExceptionGroup.class);
        });
        assertThat(seen).isEmpty();
    }

    @LazyAndEager
    void childOfAGroupThatIsShuttingDownCannotCreateAnother(Mode mode) throws Exception {
        mode.run(() -> {
            assertThatThrownBy(() -> taskGroup(group -> {
                        group.createTask(() -> {
                            try {
                                sleep(ofDays(1));
                            } catch (CancelledError error) {
                                assertRefused(group, "is shutting down");
                                throw error;
                            }
                        });
                        sleep(ZERO);
                        throw new IllegalStateException("boom");
                    }))
                    .isInstanceOfSatisfying(
                            ExceptionGroup.class,
                            failures -> assertThat(failures.exceptions()).hasSize(1));
        });
        assertThat(seen).isEmpty();
    }

    @LazyAndEager
    void groupWhoseLastChildHasEndedIsFinished(Mode mode) throws Exception {
        mode.run(() -> taskGroup(group -> {
            group.createTask(() -> sleep(ZERO))
                    .addDoneCallback(
                            done -> seen.add(catchThrowable(() -> group.createTask(() -> seen.add("started")))));
        }));
        assertThat(seen).singleElement().asString().contains("is finished");
    }

    @LazyAndEager
    void childMayCreateAnotherWhileTheGroupWaits(Mode mode) throws Exception {
        mode.run(() -> taskGroup(group -> {
            group.createTask(() -> {
                sleep(ZERO);
                group.createTask(() -> seen.add("started"));
            });
        }));
        assertThat(seen).containsExactly("started");
    }

    @Test
    void secondEntryIsRefused() throws Exception {
        run(() -> {
            TaskGroup group = new TaskGroup();
            group.with(scope -> {});
            assertThatThrownBy(() -> group.with(scope -> {}))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("already been entered");
        });
    }

    @Test
    void entryInsideItsOwnBlockIsRefused() throws Exception {
        run(() -> taskGroup(group -> {
            assertThatThrownBy(() -> group.with(scope -> {}))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("already been entered");
        }));
    }

    @Test
    void refusedEntryLeavesTheGroupUsable() throws Exception {
        TaskGroup group = new TaskGroup();
        assertThatThrownBy(() -> group.with(scope -> {})).isInstanceOf(IllegalStateException.class);
        run(() -> group.with(scope -> {
            scope.createTask(() -> seen.add("started"));
        }));
        assertThat(seen).containsExactly("started");
    }

    @Test
    void callbackCannotEnterAGroup() throws Exception {
        run(() -> {
            getRunningLoop().callSoon(() -> seen.add(catchThrowable(() -> taskGroup(group -> {}))));
            sleep(ZERO);
        });
        assertThat(seen).singleElement().isInstanceOf(IllegalStateException.class);
    }

    @Test
    void nullBlockIsRefusedAndLeavesTheGroupUsable() throws Exception {
        run(() -> {
            TaskGroup group = new TaskGroup();
            assertThatThrownBy(() -> group.with((VoidBlock<TaskGroup>) null)).isInstanceOf(NullPointerException.class);
            assertThatThrownBy(() -> group.with((Block<TaskGroup, Object>) null))
                    .isInstanceOf(NullPointerException.class);
            group.with(scope -> {});
        });
    }

    @Test
    void nullCoroutineIsRefused() throws Exception {
        run(() -> taskGroup(group -> {
            assertThatThrownBy(() -> group.createTask((Coroutine<?>) null)).isInstanceOf(NullPointerException.class);
            assertThatThrownBy(() -> group.createTask((VoidCoroutine) null)).isInstanceOf(NullPointerException.class);
            assertThat(allTasks()).hasSize(1);
        }));
    }
}
