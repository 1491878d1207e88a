package io.asyncio4j.behaviours.errors;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.currentTask;
import static io.asyncio4j.Asyncio.getRunningLoop;
import static io.asyncio4j.Asyncio.sleep;
import static io.asyncio4j.Asyncio.timeout;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.asyncio4j.CancelledError;
import io.asyncio4j.ExceptionContext;
import io.asyncio4j.Task;
import io.asyncio4j.VoidCoroutine;
import io.asyncio4j.queues.Queue;
import io.asyncio4j.testkit.LazyAndEager;
import io.asyncio4j.testkit.Mode;
import io.asyncio4j.testkit.VirtualTime;
import java.util.ArrayList;
import java.util.List;

/** Tasks that catch their cancellation and go on are reported in debug mode. */
@VirtualTime(detectDeadlock = true)
class SwallowedCancellationTest {
    private final List<ExceptionContext> reported = new ArrayList<>();
    private final List<Object> seen = new ArrayList<>();
    private int atTheEnd;

    /** Cancels a task with this body after a second, and lets it live for some more. */
    private void cancel(Mode mode, VoidCoroutine body) throws Exception {
        mode.run(() -> {
            getRunningLoop().setDebug(true);
            getRunningLoop().setExceptionHandler((_, context) -> reported.add(context));
            Task<?> task = createTask(body, "worker");
            sleep(ofSeconds(1));
            task.cancel("enough");
            sleep(ofSeconds(1000));
            atTheEnd = reported.size();
            task.cancel();
            var _ = catchThrowable(task::await);
        });
    }

    private static void ignoreTheCancellation() {
        try {
            sleep(ofDays(1));
        } catch (CancelledError _) {
            currentTask().setName("deaf");
        }
    }

    private void log(Object what) {
        seen.add(what);
    }

    private static int lineOf(String method, int offset) {
        StackTraceElement caller = new Throwable().getStackTrace()[1];
        assertThat(caller.getMethodName()).contains(method);
        return caller.getLineNumber() + offset;
    }

    @LazyAndEager
    void taskThatGoesOnAfterAnEmptyCatchIsReportedAtOnce(Mode mode) throws Exception {
        List<Integer> line = new ArrayList<>();
        cancel(mode, () -> {
            line.add(lineOf("GoesOnAfterAnEmptyCatch", 2));
            try {
                sleep(ofDays(1));
            } catch (CancelledError _) {
                log("ignored");
            }
            sleep(ofDays(1));
        });
        assertThat(atTheEnd).isEqualTo(1);
        assertThat(reported).singleElement().satisfies(context -> {
            String file = "SwallowedCancellationTest.java:";
            int thrown = line.getFirst();
            assertThat(context.message())
                    .contains("Task worker has swallowed its cancellation")
                    .contains("thrown at " + file + thrown)
                    .contains("caught at " + file + (thrown + 1))
                    .contains("wait at " + file + (thrown + 4))
                    .contains("cancel() was called at " + file)
                    .contains("uncancel()");
            assertThat(context.exception()).isInstanceOf(CancelledError.class).hasMessage("enough");
            assertThat(context.future()).isInstanceOf(Task.class);
        });
    }

    @LazyAndEager
    void loopThatCatchesAndGoesOnIsReported(Mode mode) throws Exception {
        Queue<String> queue = new Queue<>();
        cancel(mode, () -> {
            while (seen.size() < 2) {
                try {
                    queue.get();
                } catch (CancelledError _) {
                    log("ignored");
                }
            }
        });
        assertThat(atTheEnd).isEqualTo(1);
        assertThat(reported.getFirst().message()).contains("worker", "caught at SwallowedCancellationTest.java:");
    }

    @LazyAndEager
    void catchInACalledMethodIsReported(Mode mode) throws Exception {
        cancel(mode, () -> {
            ignoreTheCancellation();
            sleep(ofDays(1));
        });
        assertThat(atTheEnd).isEqualTo(1);
        assertThat(reported.getFirst().message()).contains("Task deaf");
    }

    @LazyAndEager
    void catchAroundTimeoutsAndFinallyIsReported(Mode mode) throws Exception {
        cancel(mode, () -> {
            try {
                timeout(ofDays(1), _ -> {
                    try {
                        sleep(ofDays(1));
                    } finally {
                        sleep(ofSeconds(1));
                    }
                });
            } catch (CancelledError _) {
                log("ignored");
            }
            sleep(ofDays(1));
        });
        assertThat(atTheEnd).isEqualTo(1);
    }

    @LazyAndEager
    void catchOfThrowableIsReported(Mode mode) throws Exception {
        cancel(mode, () -> {
            try {
                sleep(ofDays(1));
            } catch (Throwable _) {
                log("ignored");
            }
            sleep(ofDays(1));
        });
        assertThat(atTheEnd).isEqualTo(1);
    }

    @LazyAndEager
    void catchThatUsesTheErrorIsReportedWhenTheTaskHasReturned(Mode mode) throws Exception {
        cancel(mode, () -> {
            try {
                sleep(ofDays(1));
            } catch (CancelledError error) {
                log(error);
            }
            sleep(ofSeconds(5));
        });
        assertThat(reported)
                .singleElement()
                .satisfies(context -> assertThat(context.message())
                        .contains("has returned since", "caught in or below", "SwallowedCancellationTest.java:"));
    }

    @LazyAndEager
    void loopThatUsesTheErrorIsReportedWhenItWaitsThereAgainAndAgain(Mode mode) throws Exception {
        cancel(mode, () -> {
            while (seen.size() < 2) {
                try {
                    sleep(ofSeconds(5));
                } catch (CancelledError error) {
                    log(error);
                }
            }
        });
        assertThat(atTheEnd).isEqualTo(1);
    }

    @LazyAndEager
    void eachSwallowedErrorIsReportedOnce(Mode mode) throws Exception {
        mode.run(() -> {
            getRunningLoop().setDebug(true);
            getRunningLoop().setExceptionHandler((_, context) -> reported.add(context));
            Task<?> task = createTask(() -> {
                ignoreTheCancellation();
                sleep(ofSeconds(1));
                ignoreTheCancellation();
                sleep(ofSeconds(1));
                sleep(ofSeconds(1));
            });
            sleep(ofSeconds(1));
            task.cancel("first");
            sleep(ofSeconds(5));
            task.cancel("second");
            task.await();
        });
        assertThat(reported)
                .extracting(context -> context.exception().getMessage())
                .containsExactly("first", "second");
    }
}
