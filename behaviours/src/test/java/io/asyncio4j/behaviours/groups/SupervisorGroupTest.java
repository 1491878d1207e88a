package io.asyncio4j.behaviours.groups;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.currentTask;
import static io.asyncio4j.Asyncio.sleep;
import static io.asyncio4j.Asyncio.supervisorGroup;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.asyncio4j.BaseExceptionGroup;
import io.asyncio4j.CancelledError;
import io.asyncio4j.ExceptionGroup;
import io.asyncio4j.SystemExit;
import io.asyncio4j.Task;
import io.asyncio4j.TaskGroup;
import io.asyncio4j.context.ContextVar;
import io.asyncio4j.testkit.LazyAndEager;
import io.asyncio4j.testkit.Mode;
import io.asyncio4j.testkit.VirtualTime;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A group in which a child that fails cancels nobody. */
@VirtualTime(detectDeadlock = true)
class SupervisorGroupTest {
    private final List<Object> seen = new ArrayList<>();

    private static void failAfter(Duration delay, String message) throws IOException {
        sleep(delay);
        throw new IOException(message);
    }

    @LazyAndEager
    void siblingsAndBodyGoOn(Mode mode) throws Exception {
        mode.run(() -> catchThrowable(() -> supervisorGroup(group -> {
            group.createTask(() -> failAfter(ZERO, "disk"));
            group.createTask(() -> {
                sleep(ofSeconds(2));
                seen.add("sibling");
            });
            sleep(ofSeconds(1));
            seen.add("body");
        })));
        assertThat(seen).containsExactly("body", "sibling");
    }

    @LazyAndEager
    void failuresComeOutTogetherInTheOrderInWhichTheyCame(Mode mode) throws Exception {
        mode.run(() -> {
            assertThatThrownBy(() -> supervisorGroup(group -> {
                        group.createTask(() -> failAfter(ofSeconds(2), "second"));
                        group.createTask(() -> failAfter(ofSeconds(1), "first"));
                    }))
                    .isInstanceOfSatisfying(
                            ExceptionGroup.class,
                            failures -> assertThat(failures.exceptions())
                                    .extracting(Throwable::getMessage)
                                    .containsExactly("first", "second"));
            assertThat(currentTask().cancelling()).isZero();
        });
    }

    @LazyAndEager
    void groupWithoutFailuresHasItsResult(Mode mode) throws Exception {
        String value = mode.run(() -> supervisorGroup(group -> {
            Task<String> child = group.createTask(() -> sleep(ofSeconds(1), "value"));
            return child.await();
        }));
        assertThat(value).isEqualTo("value");
    }

    @LazyAndEager
    void handlerHearsOfEachFailureAndNothingComesOut(Mode mode) throws Exception {
        String value = mode.run(() -> supervisorGroup(
                (child, exception) -> seen.add(child.getName() + " " + exception.getMessage()), group -> {
                    group.createTask(() -> failAfter(ofSeconds(2), "second"), "b");
                    group.createTask(() -> failAfter(ofSeconds(1), "first"), "a");
                    return "value";
                }));
        assertThat(value).isEqualTo("value");
        assertThat(seen).containsExactly("a first", "b second");
    }

    @LazyAndEager
    void handlerRunsInTheContextOfTheTaskAround(Mode mode) throws Exception {
        ContextVar<String> place = ContextVar.of("place");
        mode.run(() -> {
            place.set("around");
            supervisorGroup((child, exception) -> seen.add(place.get()), group -> {
                group.createTask(() -> {
                    place.set("child");
                    failAfter(ofSeconds(1), "disk");
                });
            });
        });
        assertThat(seen).containsExactly("around");
    }

    @LazyAndEager
    void handlerMayBeginTheLastChildAgain(Mode mode) throws Exception {
        mode.run(() -> {
            List<TaskGroup> groups = new ArrayList<>();
            supervisorGroup(
                    (child, exception) -> groups.getFirst().createTask(() -> {
                        sleep(ofSeconds(1));
                        seen.add("again");
                    }),
                    group -> {
                        groups.add(group);
                        group.createTask(() -> failAfter(ofSeconds(1), "disk"));
                    });
            seen.add("end");
        });
        assertThat(seen).containsExactly("again", "end");
    }

    @LazyAndEager
    void handlerMayLeaveTheGroup(Mode mode) throws Exception {
        mode.run(() -> {
            List<TaskGroup> groups = new ArrayList<>();
            supervisorGroup((child, exception) -> groups.getFirst().cancel(), group -> {
                groups.add(group);
                group.createTask(() -> failAfter(ofSeconds(1), "disk"));
                sleep(ofDays(1));
                seen.add("never");
            });
            assertThat(currentTask().cancelling()).isZero();
        });
        assertThat(seen).isEmpty();
    }

    @LazyAndEager
    void handlerThatThrowsEndsTheGroup(Mode mode) throws Exception {
        IllegalStateException thrown = new IllegalStateException("no handler");
        mode.run(() -> {
            assertThatThrownBy(() -> supervisorGroup(
                            (child, exception) -> {
                                throw thrown;
                            },
                            group -> {
                                group.createTask(() -> failAfter(ofSeconds(1), "disk"));
                                sleep(ofDays(1));
                            }))
                    .isInstanceOfSatisfying(
                            ExceptionGroup.class,
                            failures -> assertThat(failures.exceptions()).containsExactly(thrown));
            assertThat(currentTask().cancelling()).isZero();
        });
        assertThat(thrown.getSuppressed()).singleElement().isInstanceOf(IOException.class);
    }

    @LazyAndEager
    void failureOfTheBodyCancelsTheChildren(Mode mode) throws Exception {
        mode.run(() -> assertThatThrownBy(() -> supervisorGroup(group -> {
                    group.createTask(() -> failAfter(ZERO, "child"));
                    group.createTask(() -> sleep(ofDays(1)));
                    sleep(ofSeconds(1));
                    throw new IOException("body");
                }))
                .isInstanceOfSatisfying(
                        ExceptionGroup.class,
                        failures -> assertThat(failures.exceptions())
                                .extracting(Throwable::getMessage)
                                .containsExactly("child", "body")));
    }

    @LazyAndEager
    void systemExitEndsEverything(Mode mode) throws Exception {
        assertThatThrownBy(() -> mode.run(() -> supervisorGroup((child, exception) -> seen.add(exception), group -> {
                    group.createTask(() -> {
                        sleep(ofSeconds(1));
                        throw new SystemExit();
                    });
                    group.createTask(() -> sleep(ofDays(1)));
                    sleep(ofDays(1));
                })))
                .isInstanceOf(SystemExit.class);
        assertThat(seen).isEmpty();
    }

    @LazyAndEager
    void errorAmongTheFailuresMakesTheGroupOfTheBaseKind(Mode mode) throws Exception {
        mode.run(() -> assertThatThrownBy(() -> supervisorGroup(group -> {
                    group.createTask(() -> {
                        throw new AssertionError("wrong");
                    });
                    sleep(ofSeconds(1));
                }))
                .isInstanceOf(BaseExceptionGroup.class));
    }

    @LazyAndEager
    void cancelledChildIsNoFailure(Mode mode) throws Exception {
        mode.run(() -> supervisorGroup((child, exception) -> seen.add(exception), group -> {
            group.createTask(() -> sleep(ofDays(1))).cancel();
        }));
        assertThat(seen).isEmpty();
    }

    @LazyAndEager
    void cancellationFromOutsideCancelsAllAndGoesOn(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> task = createTask(() -> supervisorGroup(group -> {
                group.createTask(() -> {
                    try {
                        sleep(ofDays(1));
                    } finally {
                        sleep(ofSeconds(1));
                        seen.add("cleaned up");
                    }
                });
            }));
            sleep(ofSeconds(1));
            task.cancel("enough");
            assertThatThrownBy(task::await).isInstanceOf(CancelledError.class).hasMessage("enough");
            assertThat(task.cancelling()).isEqualTo(1);
        });
        assertThat(seen).containsExactly("cleaned up");
    }

    @LazyAndEager
    void failuresComeOutBeforeTheCancellationWhichTheNextWaitThrows(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> task = createTask(() -> {
                seen.add(catchThrowable(() -> supervisorGroup(group -> {
                    group.createTask(() -> failAfter(ZERO, "disk"));
                    sleep(ofDays(1));
                })));
                seen.add(currentTask().cancelling());
                sleep(ZERO);
                seen.add("never");
            });
            sleep(ofSeconds(1));
            task.cancel();
            assertThatThrownBy(task::await).isInstanceOf(CancelledError.class);
            assertThat(task.cancelling()).isEqualTo(1);
        });
        assertThat(seen).hasSize(2).last().isEqualTo(1);
        assertThat(seen.getFirst()).isInstanceOf(ExceptionGroup.class);
    }

    @LazyAndEager
    void failuresComeOutAloneInATaskThatWasCancelledBefore(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> task = createTask(() -> {
                try {
                    sleep(ofDays(1));
                } catch (CancelledError swallowed) {
                    seen.add(catchThrowable(() -> supervisorGroup(group -> {
                        group.createTask(() -> failAfter(ZERO, "disk"));
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
    }

    @LazyAndEager
    void handlerIsRequired(Mode mode) throws Exception {
        assertThatThrownBy(() -> TaskGroup.supervising(null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> mode.run(() -> supervisorGroup(null, group -> {
                    seen.add("never");
                })))
                .isInstanceOf(NullPointerException.class);
        assertThat(seen).isEmpty();
    }
}
