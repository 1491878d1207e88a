package io.asyncio4j.behaviours.scopes;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.currentTask;
import static io.asyncio4j.Asyncio.getRunningLoop;
import static io.asyncio4j.Asyncio.moveOnAfter;
import static io.asyncio4j.Asyncio.sleep;
import static io.asyncio4j.Asyncio.taskGroup;
import static io.asyncio4j.Asyncio.timeout;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asyncio4j.CancelledError;
import io.asyncio4j.Task;
import io.asyncio4j.testkit.LazyAndEager;
import io.asyncio4j.testkit.Mode;
import io.asyncio4j.testkit.VirtualTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

@VirtualTime(detectDeadlock = true)
class MoveOnAfterTest {
    private final List<Object> seen = new ArrayList<>();

    @LazyAndEager
    void blockThatEndsInTimeHasItsResult(Mode mode) throws Exception {
        mode.run(() -> {
            assertThat(moveOnAfter(ofSeconds(2), limit -> sleep(ofSeconds(1), "value")))
                    .contains("value");
            sleep(ofDays(1));
        });
    }

    @LazyAndEager
    void blockThatTakesTooLongIsCutShort(Mode mode) throws Exception {
        mode.run(() -> {
            assertThat(moveOnAfter(ofSeconds(1), limit -> sleep(ofDays(1), "value")))
                    .isEmpty();
            assertThat(currentTask().cancelling()).isZero();
        });
    }

    @LazyAndEager
    void blockWithoutResultTellsWhetherItEndedInTime(Mode mode) throws Exception {
        mode.run(() -> {
            seen.add(moveOnAfter(ofSeconds(2), limit -> {
                sleep(ofSeconds(1));
            }));
            seen.add(moveOnAfter(ofSeconds(1), limit -> {
                sleep(ofSeconds(2));
            }));
        });
        assertThat(seen).containsExactly(true, false);
    }

    @LazyAndEager
    void withoutALimitItWaits(Mode mode) throws Exception {
        mode.run(() -> assertThat(moveOnAfter(null, limit -> sleep(ofDays(1), "value")))
                .contains("value"));
    }

    @LazyAndEager
    void withNoTimeTheBlockHasItsFirstStep(Mode mode) throws Exception {
        mode.run(() -> {
            Optional<String> value = moveOnAfter(ZERO, limit -> {
                seen.add("begun");
                sleep(ofDays(1));
                return "value";
            });
            assertThat(value).isEmpty();
        });
        assertThat(seen).containsExactly("begun");
    }

    @LazyAndEager
    void blockThatReturnsNullGivesNothing(Mode mode) throws Exception {
        mode.run(() -> assertThat(moveOnAfter(ofSeconds(1), limit -> sleep(ZERO, null)))
                .isEmpty());
    }

    @LazyAndEager
    void deadlineMayBeMoved(Mode mode) throws Exception {
        mode.run(() -> assertThat(moveOnAfter(ofSeconds(1), limit -> {
                    limit.reschedule(null);
                    return sleep(ofDays(1), "value");
                }))
                .contains("value"));
    }

    @LazyAndEager
    void timeoutOfTheBlockPassesAlsoWhenThisOneHasExpired(Mode mode) throws Exception {
        TimeoutException ofTheBlock = new TimeoutException("mine");
        mode.run(() -> {
            assertThatThrownBy(() -> moveOnAfter(ofSeconds(1), limit -> {
                        try {
                            sleep(ofDays(1));
                        } catch (CancelledError error) {
                            assertThat(limit.expired()).isTrue();
                            throw ofTheBlock;
                        }
                    }))
                    .isSameAs(ofTheBlock);
            assertThat(currentTask().cancelling()).isZero();
        });
    }

    @LazyAndEager
    void blockThatSwallowsTheRequestHasItsResult(Mode mode) throws Exception {
        mode.run(() -> {
            assertThat(moveOnAfter(ofSeconds(1), limit -> {
                        try {
                            return sleep(ofDays(1), "never");
                        } catch (CancelledError swallowed) {
                            return "swallowed";
                        }
                    }))
                    .contains("swallowed");
            assertThat(currentTask().cancelling()).isZero();
        });
    }

    @LazyAndEager
    void cancellationFromOutsidePasses(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> task = createTask(() -> moveOnAfter(ofSeconds(2), limit -> sleep(ofDays(1), "value")));
            sleep(ofSeconds(1));
            task.cancel("enough");
            assertThatThrownBy(task::await).isInstanceOf(CancelledError.class).hasMessage("enough");
            assertThat(task.cancelling()).isEqualTo(1);
        });
    }

    @LazyAndEager
    void cancellationInTheTurnOfTheExpiryPasses(Mode mode) throws Exception {
        for (boolean before : List.of(true, false)) {
            mode.run(() -> {
                List<Task<?>> tasks = new ArrayList<>();
                if (before) {
                    getRunningLoop()
                            .callLater(ofSeconds(1), () -> tasks.getFirst().cancel());
                }
                Task<?> task = createTask(() -> moveOnAfter(ofSeconds(1), limit -> sleep(ofDays(1), "value")));
                tasks.add(task);
                sleep(ZERO);
                if (!before) {
                    getRunningLoop().callLater(ofSeconds(1), task::cancel);
                }
                assertThatThrownBy(task::await).isInstanceOf(CancelledError.class);
                assertThat(task.cancelling()).isEqualTo(1);
            });
        }
    }

    @LazyAndEager
    void cancellationWhileTheBlockCleansUpPasses(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> task = createTask(() -> moveOnAfter(ofSeconds(1), limit -> {
                try {
                    sleep(ofDays(1));
                } finally {
                    sleep(ofSeconds(2));
                }
            }));
            sleep(ofSeconds(2));
            task.cancel();
            assertThatThrownBy(task::await).isInstanceOf(CancelledError.class);
            assertThat(task.cancelling()).isEqualTo(1);
        });
    }

    @LazyAndEager
    void cancellationThatIsPendingWhenTheBlockBeginsPasses(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> task = createTask(() -> {
                sleep(ZERO);
                currentTask().cancel();
                moveOnAfter(ZERO, limit -> sleep(ofDays(1), "value"));
                seen.add("never");
            });
            assertThatThrownBy(task::await).isInstanceOf(CancelledError.class);
            assertThat(task.cancelling()).isEqualTo(1);
        });
        assertThat(seen).isEmpty();
    }

    @LazyAndEager
    void inATaskThatWasCancelledBeforeItMovesOn(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> task = createTask(() -> {
                try {
                    sleep(ofDays(1));
                } catch (CancelledError swallowed) {
                    seen.add(moveOnAfter(ofSeconds(1), limit -> sleep(ofDays(1), "value")));
                    sleep(ofSeconds(1));
                    seen.add(currentTask().cancelling());
                }
            });
            sleep(ZERO);
            task.cancel();
            task.await();
        });
        assertThat(seen).containsExactly(Optional.empty(), 1);
    }

    @LazyAndEager
    void innerMovesOnWithinTheOuter(Mode mode) throws Exception {
        mode.run(() -> {
            Optional<String> outer = moveOnAfter(ofSeconds(2), far -> {
                seen.add(moveOnAfter(ofSeconds(1), near -> sleep(ofDays(1), "inner")));
                return "outer";
            });
            assertThat(outer).contains("outer");
        });
        assertThat(seen).containsExactly(Optional.empty());
    }

    @LazyAndEager
    void whenBothExpireAtOnceTheOuterMovesOn(Mode mode) throws Exception {
        mode.run(() -> {
            Optional<String> outer = moveOnAfter(ofSeconds(1), far -> {
                moveOnAfter(ofSeconds(1), near -> sleep(ofDays(1), "inner"));
                seen.add("never");
                return "outer";
            });
            assertThat(outer).isEmpty();
            assertThat(currentTask().cancelling()).isZero();
        });
        assertThat(seen).isEmpty();
    }

    @LazyAndEager
    void timeoutAroundThatExpiresAtOnceIsNotSwallowed(Mode mode) throws Exception {
        mode.run(() -> {
            assertThatThrownBy(() -> timeout(ofSeconds(1), far -> {
                        moveOnAfter(ofSeconds(1), near -> sleep(ofDays(1), "inner"));
                        seen.add("never");
                    }))
                    .isInstanceOf(TimeoutException.class);
            assertThat(currentTask().cancelling()).isZero();
        });
        assertThat(seen).isEmpty();
    }

    @LazyAndEager
    void groupInTheBlockIsCancelledAndWaitedFor(Mode mode) throws Exception {
        mode.run(() -> {
            boolean inTime = moveOnAfter(ofSeconds(1), limit -> {
                taskGroup(group -> {
                    group.createTask(() -> {
                        try {
                            sleep(ofDays(1));
                        } finally {
                            sleep(ofSeconds(1));
                            seen.add("cleaned up");
                        }
                    });
                });
            });
            seen.add(inTime);
            seen.add(currentTask().cancelling());
        });
        assertThat(seen).containsExactly("cleaned up", false, 0);
    }
}
