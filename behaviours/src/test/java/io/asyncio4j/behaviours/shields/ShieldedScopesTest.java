package io.asyncio4j.behaviours.shields;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.currentTask;
import static io.asyncio4j.Asyncio.getRunningLoop;
import static io.asyncio4j.Asyncio.moveOnAfter;
import static io.asyncio4j.Asyncio.shielded;
import static io.asyncio4j.Asyncio.sleep;
import static io.asyncio4j.Asyncio.taskGroup;
import static io.asyncio4j.Asyncio.timeout;
import static io.asyncio4j.Asyncio.waitFor;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofNanos;
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

/** Sections, timeouts and groups inside each other. */
@VirtualTime(detectDeadlock = true)
class ShieldedScopesTest {
    private final List<Object> seen = new ArrayList<>();

    private static Duration now() {
        return ofNanos(getRunningLoop().time());
    }

    private static void fail(Duration after) throws IOException {
        sleep(after);
        throw new IOException("boom");
    }

    private static void sleepFor(Duration limit) throws Exception {
        timeout(limit, t -> {
            sleep(ofDays(1));
        });
    }

    /** A group whose body sleeps, and whose child fails after a second. */
    private static void failingGroup() throws Exception {
        taskGroup((TaskGroup group) -> {
            group.createTask(() -> fail(ofSeconds(1)));
            sleep(ofDays(1));
        });
    }

    @LazyAndEager
    void timeoutInsideExpiresWhileARequestIsKept(Mode mode) throws Exception {
        mode.run(() -> {
            Duration start = now();
            Task<?> task = createTask(() -> {
                shielded(ofSeconds(10), () -> {
                    assertThatThrownBy(() -> sleepFor(ofSeconds(3))).isInstanceOf(TimeoutException.class);
                    assertThat(now().minus(start)).isEqualTo(ofSeconds(3));
                    assertThat(currentTask().cancelling()).isZero();
                    seen.add("timed out");
                });
                seen.add(currentTask().cancelling());
                sleep(ZERO);
            });
            sleep(ofSeconds(1));
            task.cancel("kept");
            assertThatThrownBy(task::await).isInstanceOf(CancelledError.class).hasMessage("kept");
        });
        assertThat(seen).containsExactly("timed out", 1);
    }

    @LazyAndEager
    void waitForInsideExpiresWhileARequestIsKept(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> task = createTask(() -> shielded(ofSeconds(10), () -> {
                assertThatThrownBy(() -> waitFor(() -> sleep(ofDays(1)), ofSeconds(3)))
                        .isInstanceOf(TimeoutException.class);
                seen.add("timed out");
            }));
            sleep(ofSeconds(1));
            task.cancel("kept");
            assertThatThrownBy(task::await).isInstanceOf(CancelledError.class).hasMessage("kept");
        });
        assertThat(seen).containsExactly("timed out");
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
    void timeoutAroundIsLateButIsATimeout(Mode mode) throws Exception {
        mode.run(() -> {
            Duration start = now();
            assertThatThrownBy(() -> timeout(ofSeconds(1), t -> {
                        shielded(ofSeconds(10), () -> {
                            sleep(ofSeconds(3));
                            assertThat(t.expired()).isTrue();
                            seen.add(currentTask().cancelling());
                        });
                        sleep(ofDays(1));
                    }))
                    .isInstanceOf(TimeoutException.class);
            assertThat(now().minus(start)).isEqualTo(ofSeconds(3));
            assertThat(currentTask().cancelling()).isZero();
            // nothing is left for the next wait
            sleep(ZERO);
        });
        assertThat(seen).containsExactly(0);
    }

    @LazyAndEager
    void timeoutAroundThatNobodyNoticesLeavesTheResult(Mode mode) throws Exception {
        mode.run(() -> {
            String result =
                    timeout(ofSeconds(1), t -> shielded(ofSeconds(10), () -> sleep(ofSeconds(3), "the result")));
            assertThat(result).isEqualTo("the result");
            assertThat(currentTask().cancelling()).isZero();
            sleep(ZERO);
        });
    }

    @LazyAndEager
    void timeoutAroundThatNobodyNoticesLeavesNothingToACleanup(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> task = createTask(() -> {
                try {
                    sleep(ofDays(1));
                } finally {
                    timeout(ofSeconds(1), t -> shielded(ofSeconds(10), () -> sleep(ofSeconds(3))));
                    sleep(ofSeconds(1));
                    seen.add("cleaned up");
                }
            });
            sleep(ofSeconds(1));
            task.cancel();
            assertThatThrownBy(task::await).isInstanceOf(CancelledError.class);
            assertThat(task.cancelling()).isEqualTo(1);
        });
        assertThat(seen).containsExactly("cleaned up");
    }

    @LazyAndEager
    void movingOnThatNobodyNoticesLeavesNothingToACleanup(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> task = createTask(() -> {
                try {
                    sleep(ofDays(1));
                } finally {
                    seen.add(moveOnAfter(ofSeconds(1), t -> {
                        shielded(ofSeconds(10), () -> sleep(ofSeconds(3)));
                    }));
                    sleep(ofSeconds(1));
                    seen.add("cleaned up");
                }
            });
            sleep(ofSeconds(1));
            task.cancel();
            assertThatThrownBy(task::await).isInstanceOf(CancelledError.class);
        });
        assertThat(seen).containsExactly(true, "cleaned up");
    }

    @LazyAndEager
    void requestFromBeforeATimeoutIsNotLostWithTheTimeouts(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> task = createTask(() -> {
                currentTask().cancel();
                timeout(ofSeconds(1), t -> shielded(ofSeconds(10), () -> sleep(ofSeconds(3))));
                sleep(ofDays(1));
            });
            assertThatThrownBy(task::await).isInstanceOf(CancelledError.class);
            assertThat(task.cancelling()).isEqualTo(1);
        });
    }

    @LazyAndEager
    void timeoutAroundInterruptsWhenTheLimitIsOver(Mode mode) throws Exception {
        mode.run(() -> {
            Duration start = now();
            assertThatThrownBy(() -> timeout(ofSeconds(1), t -> {
                        shielded(ofSeconds(5), () -> sleep(ofDays(1)));
                    }))
                    .isInstanceOf(TimeoutException.class);
            assertThat(now().minus(start)).isEqualTo(ofSeconds(5));
            assertThat(currentTask().cancelling()).isZero();
        });
    }

    @LazyAndEager
    void cancellationFromOutsideWinsOverATimeoutAround(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> task = createTask(() -> {
                try {
                    timeout(ofSeconds(1), t -> {
                        shielded(ofSeconds(10), () -> sleep(ofSeconds(3)));
                        sleep(ofDays(1));
                    });
                } finally {
                    seen.add(currentTask().cancelling());
                }
            });
            sleep(ofSeconds(2));
            task.cancel();
            assertThatThrownBy(task::await).isInstanceOf(CancelledError.class);
        });
        assertThat(seen).containsExactly(1);
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
    void sectionInASectionKeepsUntilTheOuterEnds(Mode mode) throws Exception {
        mode.run(() -> {
            Duration start = now();
            Task<?> task = createTask(() -> {
                shielded(ofSeconds(10), () -> {
                    shielded(ofSeconds(2), () -> sleep(ofSeconds(3)));
                    sleep(ofSeconds(1));
                    seen.add("both ended");
                });
                sleep(ofDays(1));
            });
            sleep(ofSeconds(1));
            task.cancel();
            assertThatThrownBy(task::await).isInstanceOf(CancelledError.class);
            assertThat(now().minus(start)).isEqualTo(ofSeconds(4));
        });
        assertThat(seen).containsExactly("both ended");
    }

    @LazyAndEager
    void whenTheOuterLimitIsOverTheInnerKeeps(Mode mode) throws Exception {
        mode.run(() -> {
            Duration start = now();
            Task<?> task = createTask(() -> shielded(ofSeconds(2), () -> {
                shielded(ofSeconds(10), () -> sleep(ofSeconds(5)));
                seen.add("inner ended");
                sleep(ofDays(1));
            }));
            sleep(ofSeconds(1));
            task.cancel();
            assertThatThrownBy(task::await).isInstanceOf(CancelledError.class);
            assertThat(now().minus(start)).isEqualTo(ofSeconds(5));
        });
        assertThat(seen).containsExactly("inner ended");
    }

    @LazyAndEager
    void timeoutBetweenTwoSectionsIsKeptByTheInnerOne(Mode mode) throws Exception {
        mode.run(() -> {
            Duration start = now();
            Task<?> task = createTask(() -> {
                shielded(ofSeconds(10), () -> {
                    assertThatThrownBy(() -> timeout(ofSeconds(2), t -> {
                                shielded(ofSeconds(10), () -> sleep(ofSeconds(4)));
                                sleep(ofDays(1));
                            }))
                            .isInstanceOf(TimeoutException.class);
                    assertThat(now().minus(start)).isEqualTo(ofSeconds(4));
                    sleep(ofSeconds(1));
                    seen.add("undisturbed");
                });
                seen.add(currentTask().cancelling());
                sleep(ofDays(1));
            });
            sleep(ofSeconds(1));
            task.cancel("kept by the outer one");
            assertThatThrownBy(task::await).isInstanceOf(CancelledError.class).hasMessage("kept by the outer one");
        });
        assertThat(seen).containsExactly("undisturbed", 1);
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

    @LazyAndEager
    void uncancelOfTheBodyInATimeoutLeavesWhatIsKept(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> task = createTask(() -> {
                shielded(
                        ofSeconds(10),
                        () -> timeout(ofSeconds(2), t -> {
                            assertThatThrownBy(() -> sleep(ofDays(1))).isInstanceOf(CancelledError.class);
                            currentTask().uncancel();
                        }));
                sleep(ZERO);
            });
            sleep(ofSeconds(1));
            task.cancel("kept");
            assertThatThrownBy(task::await).isInstanceOf(CancelledError.class).hasMessage("kept");
        });
    }
}
