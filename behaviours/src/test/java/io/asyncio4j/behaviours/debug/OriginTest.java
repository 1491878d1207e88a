package io.asyncio4j.behaviours.debug;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.getRunningLoop;
import static io.asyncio4j.Asyncio.run;
import static io.asyncio4j.Asyncio.sleep;
import static io.asyncio4j.Asyncio.taskGroup;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.asyncio4j.ExceptionContext;
import io.asyncio4j.Future;
import io.asyncio4j.Task;
import io.asyncio4j.TimerHandle;
import io.asyncio4j.testkit.VirtualTime;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;

/** Where things were made, kept in debug mode. */
@VirtualTime(detectDeadlock = true)
class OriginTest {
    private final List<ExceptionContext> reported = new ArrayList<>();
    private final List<Object> kept = new ArrayList<>();

    private static Task<Object> makeFailingTask() {
        return createTask(() -> {
            throw new IllegalStateException("boom");
        });
    }

    private static void scheduleFailingCallback() {
        getRunningLoop().callSoon(() -> {
            throw new IllegalStateException("boom");
        });
    }

    private void listen() {
        getRunningLoop().setExceptionHandler((loop, context) -> reported.add(context));
    }

    @Test
    void taskShowsWhereItWasMade() throws Exception {
        run(
                () -> {
                    Task<?> task = makeFailingTask();
                    assertThat(task.toString()).containsPattern("created at OriginTest.java:\\d+>");
                    task.cancel();
                },
                true);
    }

    @Test
    void childOfAGroupShowsWhereItWasMade() throws Exception {
        run(
                () -> taskGroup(group -> {
                    assertThat(group.createTask(() -> 1).toString()).contains("created at OriginTest.java:");
                }),
                true);
    }

    @Test
    void futureShowsWhereItWasMade() throws Exception {
        run(
                () -> {
                    Future<Integer> future = getRunningLoop().createFuture();
                    assertThat(future.toString()).containsPattern("created at OriginTest.java:\\d+>");
                },
                true);
    }

    @Test
    void timerShowsWhereItWasSet() throws Exception {
        run(
                () -> {
                    TimerHandle timer = getRunningLoop().callLater(ofSeconds(1), () -> {});
                    assertThat(timer.toString()).containsPattern("created at OriginTest.java:\\d+>");
                    timer.cancel();
                },
                true);
    }

    @Test
    void reportOfAnUnretrievedFailureSaysWhereTheTaskWasMade() throws Exception {
        run(
                () -> {
                    listen();
                    kept.add(makeFailingTask());
                    sleep(ZERO);
                },
                true);
        assertThat(reported)
                .singleElement()
                .satisfies(context -> assertThat(context.source().getStackTrace())
                        .extracting(StackTraceElement::getMethodName)
                        .contains("makeFailingTask"));
    }

    @Test
    void reportOfAFailedCallbackSaysWhereItWasScheduled() throws Exception {
        run(
                () -> {
                    listen();
                    scheduleFailingCallback();
                    sleep(ZERO);
                },
                true);
        assertThat(reported)
                .singleElement()
                .satisfies(context -> assertThat(context.source().getStackTrace())
                        .extracting(StackTraceElement::getMethodName)
                        .contains("scheduleFailingCallback"));
    }

    @Test
    void outsideDebugModeAFailedCallbackHasNoOrigin() throws Exception {
        run(() -> {
            listen();
            scheduleFailingCallback();
            sleep(ZERO);
        });
        assertThat(reported)
                .singleElement()
                .satisfies(context -> assertThat(context.source()).isNull());
    }

    @Test
    void logOfAFailureShowsItsOrigin() throws Exception {
        try (CapturedLog log = CapturedLog.open()) {
            run(
                    () -> {
                        scheduleFailingCallback();
                        sleep(ZERO);
                    },
                    true);
            assertThat(log.messages(Level.SEVERE)).singleElement().asString().contains("scheduleFailingCallback");
        }
    }

    @Test
    void logOfAnUnretrievedFailureNamesTheTask() throws Exception {
        try (CapturedLog log = CapturedLog.open()) {
            run(() -> {
                Task<Object> task = makeFailingTask();
                task.setName("fetch");
                kept.add(task);
                sleep(ZERO);
            });
            assertThat(log.messages(Level.SEVERE)).singleElement().asString().contains("fetch", "never retrieved");
        }
    }
}
