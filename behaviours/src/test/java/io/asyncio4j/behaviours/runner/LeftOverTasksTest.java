package io.asyncio4j.behaviours.runner;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.currentTask;
import static io.asyncio4j.Asyncio.getRunningLoop;
import static io.asyncio4j.Asyncio.run;
import static io.asyncio4j.Asyncio.sleep;
import static io.asyncio4j.Asyncio.toThread;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.asyncio4j.CancelledError;
import io.asyncio4j.EventLoop;
import io.asyncio4j.ExceptionContext;
import io.asyncio4j.KeyboardInterrupt;
import io.asyncio4j.Task;
import io.asyncio4j.testkit.LazyAndEager;
import io.asyncio4j.testkit.Mode;
import io.asyncio4j.testkit.VirtualTime;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What {@code run} does with the tasks that are left when its coroutine has ended. */
@VirtualTime(detectDeadlock = true)
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LeftOverTasksTest {
    private final List<String> steps = new ArrayList<>();
    private final List<ExceptionContext> reports = new ArrayList<>();

    private void report() {
        getRunningLoop().setExceptionHandler((loop, context) -> reports.add(context));
    }

    @LazyAndEager
    void areCancelledAndMayCleanUpAndWaitWhileTheyDo(Mode mode) throws Exception {
        List<Task<?>> left = new ArrayList<>();
        mode.run(() -> {
            left.add(createTask(() -> {
                try {
                    sleep(ofSeconds(3600));
                } finally {
                    sleep(ofSeconds(1));
                    steps.add("cleaned up");
                }
            }));
            sleep(ZERO);
        });
        assertThat(steps).containsExactly("cleaned up");
        assertThat(left).allMatch(Task::cancelled);
    }

    @Test
    void areCancelledInTheOrderOfTheirCreation() throws Exception {
        run(() -> {
            for (String name : List.of("a", "b", "c")) {
                createTask(() -> {
                    try {
                        sleep(ofSeconds(3600));
                    } finally {
                        steps.add(name);
                    }
                });
            }
            sleep(ZERO);
        });
        assertThat(steps).containsExactly("a", "b", "c");
    }

    @Test
    void thatNeverBeganDoNotBegin() throws Exception {
        run(() -> {
            // what the main task leaves begins in the turn that ends the run, and what that creates would in the next
            createTask(() -> {
                steps.add("began in the last turn");
                createTask(() -> steps.add("began after it"));
            });
        });
        assertThat(steps).containsExactly("began in the last turn");
    }

    @Test
    void areCancelledWhenTheMainTaskFailsToo() {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> run(() -> {
                    createTask(() -> {
                        try {
                            sleep(ofSeconds(3600));
                        } finally {
                            steps.add("cleaned up");
                        }
                    });
                    sleep(ZERO);
                    throw new IOException("main");
                }));
        assertThat(steps).containsExactly("cleaned up");
    }

    @Test
    void areCancelledWhenAnErrorHasLeftTheLoop() {
        assertThatExceptionOfType(KeyboardInterrupt.class)
                .isThrownBy(() -> run(() -> {
                    createTask(() -> {
                        try {
                            sleep(ofSeconds(3600));
                        } finally {
                            steps.add("cleaned up");
                        }
                    });
                    sleep(ZERO);
                    throw new KeyboardInterrupt();
                }));
        assertThat(steps).containsExactly("cleaned up");
    }

    @Test
    void thatFailAreReported() throws Exception {
        IOException failure = new IOException("in cleanup");
        List<Task<?>> left = new ArrayList<>();
        run(() -> {
            report();
            left.add(createTask(() -> {
                try {
                    sleep(ofSeconds(3600));
                } catch (CancelledError cancelled) {
                    throw failure;
                }
            }));
            sleep(ZERO);
        });
        assertThat(reports).singleElement().satisfies(report -> {
            assertThat(report.message()).contains("unhandled exception during run() shutdown");
            assertThat(report.exception()).isSameAs(failure);
            assertThat(report.future()).isSameAs(left.getFirst());
        });
    }

    @Test
    void thatRefuseAreWaitedFor() throws Exception {
        run(() -> {
            report();
            createTask(() -> {
                try {
                    sleep(ofSeconds(3600));
                } catch (CancelledError refused) {
                    currentTask().uncancel();
                    sleep(ofSeconds(10));
                    steps.add("took its time");
                }
            });
            sleep(ZERO);
        });
        assertThat(steps).containsExactly("took its time");
        assertThat(reports).isEmpty();
    }

    @Test
    void createdInACleanupAreReportedAsDestroyedIfNobodyAwaitsThem() throws Exception {
        run(() -> {
            report();
            createTask(() -> {
                try {
                    sleep(ofSeconds(3600));
                } finally {
                    createTask(() -> sleep(ofSeconds(3600), null), "too late");
                }
            });
            sleep(ZERO);
        });
        assertThat(reports)
                .singleElement()
                .satisfies(report -> assertThat(report.message()).contains("Task was destroyed but it is pending!"));
    }

    @Test
    void failureNobodyAskedForIsReportedWithTheName() throws Exception {
        run(() -> {
            report();
            createTask(
                    () -> {
                        throw new IOException("nobody asked");
                    },
                    "lonely");
            sleep(ZERO);
        });
        assertThat(reports).singleElement().satisfies(report -> {
            assertThat(report.message())
                    .contains("Task exception was never retrieved")
                    .contains("lonely");
            assertThat(report.exception()).hasMessage("nobody asked");
        });
    }

    @Test
    void loopIsClosedWhateverHappens() {
        EventLoop[] loop = new EventLoop[1];
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> run(() -> {
                    loop[0] = getRunningLoop();
                    throw new AssertionError("main");
                }));
        assertThat(loop[0].isClosed()).isTrue();
    }

    @Test
    void threadsAreWaitedForAfterTheTasks() throws Exception {
        run(() -> {
            createTask(() -> {
                try {
                    sleep(ofSeconds(3600));
                } finally {
                    toThread(() -> {
                        steps.add("worked in cleanup");
                    });
                }
            });
            sleep(ZERO);
        });
        assertThat(steps).containsExactly("worked in cleanup");
    }
}
