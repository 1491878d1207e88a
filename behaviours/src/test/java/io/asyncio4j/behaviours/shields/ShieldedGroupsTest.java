package io.asyncio4j.behaviours.shields;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.currentTask;
import static io.asyncio4j.Asyncio.shielded;
import static io.asyncio4j.Asyncio.sleep;
import static io.asyncio4j.Asyncio.taskGroup;
import static io.asyncio4j.Asyncio.timeout;
import static io.asyncio4j.behaviours.time.LoopTime.now;
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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;

/** Groups inside and around a section. */
@VirtualTime(detectDeadlock = true)
class ShieldedGroupsTest {
    private final List<Object> seen = new ArrayList<>();

    private static void fail(Duration after) throws IOException {
        sleep(after);
        throw new IOException("boom");
    }

    /** A group whose body sleeps, and whose child fails after a second. */
    private static void failingGroup() throws Exception {
        taskGroup((TaskGroup group) -> {
            group.createTask(() -> fail(ofSeconds(1)));
            sleep(ofDays(1));
        });
    }

    @LazyAndEager
    void groupInsideFailsWhileARequestIsKept(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> task = createTask(() -> {
                shielded(ofSeconds(10), () -> {
                    sleep(ofSeconds(2));
                    assertThatThrownBy(() -> failingGroup()).isInstanceOf(ExceptionGroup.class);
                    assertThat(currentTask().cancelling()).isZero();
                    // the group has left nothing behind for this wait
                    sleep(ofSeconds(1));
                    seen.add("failed");
                });
                sleep(ZERO);
            });
            sleep(ofSeconds(1));
            task.cancel("kept");
            assertThatThrownBy(task::await).isInstanceOf(CancelledError.class).hasMessage("kept");
        });
        assertThat(seen).containsExactly("failed");
    }

    @LazyAndEager
    void childrenOfAGroupInsideAreNotCancelledByAKeptRequest(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> task = createTask(() -> shielded(
                    ofSeconds(10),
                    () -> taskGroup((TaskGroup group) -> {
                        group.createTask(() -> {
                            sleep(ofSeconds(3));
                            seen.add("child done");
                        });
                    })));
            sleep(ofSeconds(1));
            task.cancel();
            assertThatThrownBy(task::await).isInstanceOf(CancelledError.class);
        });
        assertThat(seen).containsExactly("child done");
    }

    @LazyAndEager
    void groupAroundWaitsForTheSectionAndTakesItsRequestBack(Mode mode) throws Exception {
        mode.run(() -> {
            Duration start = now();
            assertThatThrownBy(() -> taskGroup((TaskGroup group) -> {
                        group.createTask(() -> fail(ofSeconds(1)));
                        seen.add(shielded(ofSeconds(10), () -> sleep(ofSeconds(3), "saved")));
                        sleep(ofDays(1));
                    }))
                    .isInstanceOf(ExceptionGroup.class);
            assertThat(now().minus(start)).isEqualTo(ofSeconds(3));
            assertThat(currentTask().cancelling()).isZero();
            sleep(ZERO);
        });
        assertThat(seen).containsExactly("saved");
    }

    @LazyAndEager
    void childOfAFailingGroupEndsItsSectionFirst(Mode mode) throws Exception {
        mode.run(() -> {
            Duration start = now();
            assertThatThrownBy(() -> taskGroup((TaskGroup group) -> {
                        group.createTask(() -> fail(ofSeconds(1)));
                        group.createTask(() -> {
                            seen.add(shielded(ofSeconds(10), () -> sleep(ofSeconds(3), "saved")));
                            sleep(ofDays(1));
                        });
                    }))
                    .isInstanceOf(ExceptionGroup.class);
            assertThat(now().minus(start)).isEqualTo(ofSeconds(3));
        });
        assertThat(seen).containsExactly("saved");
    }

    @LazyAndEager
    void failureOfAGroupInACleanupDoesNotDisturbTheRestOfIt(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> task = createTask(() -> {
                try {
                    sleep(ofDays(1));
                } finally {
                    shielded(ofSeconds(10), () -> {
                        seen.add(catchThrowable(() -> failingGroup()).getClass());
                        // without a section a group throws the request that its block was begun with again here
                        sleep(ofSeconds(1));
                        seen.add("cleaned up");
                    });
                }
            });
            sleep(ofSeconds(1));
            task.cancel();
            assertThatThrownBy(task::await).isInstanceOf(CancelledError.class);
            assertThat(task.cancelling()).isEqualTo(1);
        });
        assertThat(seen).containsExactly(ExceptionGroup.class, "cleaned up");
    }

    @LazyAndEager
    void timeoutInsideIsNotLostToAGroupThatFailsWithIt(Mode mode) throws Exception {
        mode.run(() -> {
            Duration start = now();
            shielded(ofSeconds(10), () -> {
                assertThatThrownBy(() -> timeout(ofSeconds(2), t -> {
                            assertThatThrownBy(() -> taskGroup((TaskGroup group) -> {
                                        group.createTask(() -> fail(ofSeconds(1)));
                                        group.createTask(() -> shielded(ofSeconds(9), () -> sleep(ofSeconds(3))));
                                    }))
                                    .isInstanceOf(ExceptionGroup.class);
                            sleep(ofDays(1));
                        }))
                        .isInstanceOf(TimeoutException.class);
                assertThat(now().minus(start)).isEqualTo(ofSeconds(3));
                assertThat(currentTask().cancelling()).isZero();
            });
            sleep(ZERO);
        });
    }
}
