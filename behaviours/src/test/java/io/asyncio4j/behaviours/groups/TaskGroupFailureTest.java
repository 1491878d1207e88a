package io.asyncio4j.behaviours.groups;

import static io.asyncio4j.Asyncio.sleep;
import static io.asyncio4j.Asyncio.taskGroup;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.asyncio4j.BaseExceptionGroup;
import io.asyncio4j.CancelledError;
import io.asyncio4j.ExceptionGroup;
import io.asyncio4j.KeyboardInterrupt;
import io.asyncio4j.SystemExit;
import io.asyncio4j.TaskGroup;
import io.asyncio4j.testkit.LazyAndEager;
import io.asyncio4j.testkit.Mode;
import io.asyncio4j.testkit.VirtualTime;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

@VirtualTime(detectDeadlock = true)
class TaskGroupFailureTest {
    private final List<Object> seen = new ArrayList<>();

    private static void throwing(Throwable failure) throws Exception {
        if (failure instanceof Exception exception) {
            throw exception;
        }
        throw (Error) failure;
    }

    /** A child that fails once it is cancelled. */
    private static void failingInItsCleanup(TaskGroup group, Throwable failure) {
        group.createTask(() -> {
            try {
                sleep(ofDays(1));
            } catch (CancelledError error) {
                throwing(failure);
            }
        });
    }

    @LazyAndEager
    void failureOfAChildComesOutInAGroupAsTheObjectItIs(Mode mode) throws Exception {
        IOException failure = new IOException("disk");
        mode.run(() -> assertThatThrownBy(() -> taskGroup(group -> {
                    group.createTask(() -> throwing(failure));
                }))
                .isInstanceOfSatisfying(ExceptionGroup.class, failures -> {
                    assertThat(failures.message()).isEqualTo("unhandled errors in a TaskGroup");
                    assertThat(failures.exceptions()).containsExactly(failure);
                }));
    }

    @LazyAndEager
    void failureOfTheBodyComesOutInAGroupToo(Mode mode) throws Exception {
        IOException failure = new IOException("disk");
        mode.run(() -> assertThatThrownBy(() -> taskGroup(group -> {
                    throwing(failure);
                }))
                .isInstanceOfSatisfying(
                        ExceptionGroup.class,
                        failures -> assertThat(failures.exceptions()).containsExactly(failure)));
    }

    @LazyAndEager
    void failuresAreInTheOrderInWhichTheyCameAndTheBodysLast(Mode mode) throws Exception {
        IOException first = new IOException("first");
        IOException second = new IOException("second");
        IOException body = new IOException("body");
        mode.run(() -> assertThatThrownBy(() -> taskGroup(group -> {
                    failingInItsCleanup(group, first);
                    failingInItsCleanup(group, second);
                    sleep(ZERO);
                    throw body;
                }))
                .isInstanceOfSatisfying(
                        ExceptionGroup.class,
                        failures -> assertThat(failures.exceptions()).containsExactly(first, second, body)));
    }

    @LazyAndEager
    void errorAmongTheFailuresMakesItTheBaseKind(Mode mode) throws Exception {
        AssertionError error = new AssertionError("wrong");
        IOException exception = new IOException("disk");
        mode.run(() -> assertThatThrownBy(() -> taskGroup(group -> {
                    failingInItsCleanup(group, exception);
                    sleep(ZERO);
                    group.createTask(() -> throwing(error));
                }))
                .isInstanceOfSatisfying(
                        BaseExceptionGroup.class,
                        failures -> assertThat(failures.exceptions()).containsExactly(error, exception)));
    }

    @LazyAndEager
    void errorOfTheBodyMakesItTheBaseKind(Mode mode) throws Exception {
        mode.run(() -> assertThatThrownBy(() -> taskGroup(group -> {
                    throw new AssertionError("wrong");
                }))
                .isInstanceOf(BaseExceptionGroup.class));
    }

    @LazyAndEager
    void firstFailureCancelsTheOtherChildrenAndTheBody(Mode mode) throws Exception {
        mode.run(() -> assertThatThrownBy(() -> taskGroup(group -> {
                    group.createTask(() -> {
                        try {
                            sleep(ofDays(1));
                        } finally {
                            seen.add("child");
                        }
                    });
                    group.createTask(() -> {
                        sleep(ofSeconds(1));
                        throw new IOException("disk");
                    });
                    try {
                        sleep(ofDays(1));
                    } finally {
                        seen.add("body");
                    }
                }))
                .isInstanceOf(ExceptionGroup.class));
        assertThat(seen).containsExactlyInAnyOrder("child", "body");
    }

    @LazyAndEager
    void keyboardInterruptOfTheBodyComesOutAsItself(Mode mode) throws Exception {
        KeyboardInterrupt interrupt = new KeyboardInterrupt();
        mode.run(() -> assertThatThrownBy(() -> taskGroup(group -> {
                    group.createTask(() -> {
                        try {
                            sleep(ofDays(1));
                        } finally {
                            seen.add("cancelled");
                        }
                    });
                    sleep(ZERO);
                    throw interrupt;
                }))
                .isSameAs(interrupt));
        assertThat(seen).containsExactly("cancelled");
    }

    @LazyAndEager
    void systemExitOfTheBodyComesOutAsItself(Mode mode) throws Exception {
        SystemExit exit = new SystemExit();
        mode.run(() -> assertThatThrownBy(() -> taskGroup(group -> {
                    throw exit;
                }))
                .isSameAs(exit));
    }

    @LazyAndEager
    void keyboardInterruptOfAChildComesOutOfTheRun(Mode mode) {
        KeyboardInterrupt interrupt = new KeyboardInterrupt();
        assertThatThrownBy(() -> mode.run(() -> taskGroup(group -> {
                    group.createTask(() -> {
                        sleep(ZERO);
                        throw interrupt;
                    });
                    sleep(ofDays(1));
                })))
                .isSameAs(interrupt);
    }

    @LazyAndEager
    void keyboardInterruptOfTheBodyWinsOverFailuresOfChildren(Mode mode) throws Exception {
        KeyboardInterrupt interrupt = new KeyboardInterrupt();
        mode.run(() -> assertThatThrownBy(() -> taskGroup(group -> {
                    failingInItsCleanup(group, new IOException("disk"));
                    sleep(ZERO);
                    throw interrupt;
                }))
                .isSameAs(interrupt));
    }

    @LazyAndEager
    void nestedGroupsThatFailAtOnceNestTheirFailures(Mode mode) throws Exception {
        IOException inner = new IOException("inner");
        IOException outer = new IOException("outer");
        mode.run(() -> {
            ExceptionGroup failures = catchThrowableOfType(
                    ExceptionGroup.class,
                    () -> taskGroup(outside -> {
                        taskGroup(inside -> {
                            outside.createTask(() -> throwing(outer));
                            inside.createTask(() -> throwing(inner));
                        });
                    }));
            assertThat(failures.exceptions()).hasSize(2).contains(outer);
            assertThat(failures.exceptions())
                    .filteredOn(ExceptionGroup.class::isInstance)
                    .singleElement()
                    .satisfies(group ->
                            assertThat(((ExceptionGroup) group).exceptions()).containsExactly(inner));
        });
    }

    @LazyAndEager
    void taskGoesOnUncancelledAfterAGroupThatFailed(Mode mode) throws Exception {
        mode.run(() -> {
            Throwable failures = catchThrowable(() -> taskGroup(group -> {
                group.createTask(() -> {
                    sleep(ZERO);
                    throw new IOException("disk");
                });
                sleep(ofDays(1));
            }));
            assertThat(failures).isInstanceOf(ExceptionGroup.class);
            assertThat(sleep(ofSeconds(1), "goes on")).isEqualTo("goes on");
        });
    }
}
