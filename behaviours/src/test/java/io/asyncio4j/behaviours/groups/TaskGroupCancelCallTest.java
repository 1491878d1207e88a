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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asyncio4j.Task;
import io.asyncio4j.TaskGroup;
import io.asyncio4j.testkit.LazyAndEager;
import io.asyncio4j.testkit.Mode;
import io.asyncio4j.testkit.VirtualTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who may leave a group on purpose, and when. */
@VirtualTime(detectDeadlock = true)
class TaskGroupCancelCallTest {
    private final List<Object> seen = new ArrayList<>();

    @LazyAndEager
    void childMayLeaveTheGroup(Mode mode) throws Exception {
        mode.run(() -> taskGroup(group -> {
            group.createTask(() -> sleepAndTell("other", seen));
            group.createTask(() -> {
                sleep(ofSeconds(1));
                group.cancel();
                seen.add("by a child");
            });
        }));
        assertThat(seen).containsExactly("by a child", "other null");
    }

    @LazyAndEager
    void callbackMayLeaveTheGroup(Mode mode) throws Exception {
        mode.run(() -> taskGroup(group -> {
            getRunningLoop().callLater(ofSeconds(1), () -> group.cancel("by a callback"));
            sleepAndTell("body", seen);
        }));
        assertThat(seen).containsExactly("body by a callback");
    }

    @LazyAndEager
    void anotherTaskMayLeaveTheGroup(Mode mode) throws Exception {
        mode.run(() -> {
            TaskGroup group = new TaskGroup();
            Task<?> inside = createTask(() -> group.with(tasks -> {
                tasks.createTask(() -> sleep(ofDays(1)));
            }));
            sleep(ofSeconds(1));
            group.cancel();
            inside.await();
            assertThat(inside.cancelling()).isZero();
        });
    }

    @LazyAndEager
    void cancelledOnceIsEnough(Mode mode) throws Exception {
        mode.run(() -> {
            taskGroup(group -> {
                Task<?> child = group.createTask(() -> {
                    try {
                        sleep(ofDays(1));
                    } finally {
                        sleep(ofSeconds(1));
                        seen.add("cleaned up");
                    }
                });
                sleep(ZERO);
                group.cancel();
                group.cancel();
                seen.add(currentTask().cancelling());
                seen.add(child.cancelling());
            });
            seen.add(currentTask().cancelling());
        });
        assertThat(seen).containsExactly(1, 1, "cleaned up", 0);
    }

    @LazyAndEager
    void groupThatWasCancelledBeforeItsBlockCancelsTheFirstWait(Mode mode) throws Exception {
        mode.run(() -> {
            TaskGroup group = new TaskGroup();
            group.cancel("called off");
            group.with(tasks -> {
                seen.add("entered");
                sleepAndTell("body", seen);
            });
            seen.add(currentTask().cancelling());
        });
        assertThat(seen).containsExactly("entered", "body called off", 0);
    }

    @Test
    void groupMayBeCancelledWhereNoLoopRuns() throws Exception {
        TaskGroup group = new TaskGroup();
        group.cancel();
        assertThat(group).hasToString("<TaskGroup cancelling>");
        Mode.LAZY.run(() -> group.with(tasks -> {
            sleepAndTell("body", seen);
        }));
        assertThat(seen).containsExactly("body null");
    }

    @LazyAndEager
    void groupThatHasEndedIsNotCancelled(Mode mode) throws Exception {
        mode.run(() -> {
            TaskGroup group = new TaskGroup();
            group.with(tasks -> {
                seen.add("body");
            });
            group.cancel();
            sleep(ofSeconds(1));
            assertThat(currentTask().cancelling()).isZero();
        });
        assertThat(seen).containsExactly("body");
    }

    @LazyAndEager
    void cancelledGroupTakesNoMoreTasks(Mode mode) throws Exception {
        mode.run(() -> taskGroup(group -> {
            group.cancel();
            assertThatThrownBy(() -> group.createTask(() -> seen.add("never")))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("is shutting down");
        }));
        assertThat(seen).isEmpty();
    }
}
