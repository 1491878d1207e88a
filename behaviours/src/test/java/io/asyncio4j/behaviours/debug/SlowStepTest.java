package io.asyncio4j.behaviours.debug;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.getRunningLoop;
import static io.asyncio4j.Asyncio.run;
import static io.asyncio4j.Asyncio.sleep;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asyncio4j.Coroutine;
import io.asyncio4j.EventLoop;
import io.asyncio4j.Task;
import io.asyncio4j.VoidCoroutine;
import io.asyncio4j.testkit.VirtualClock;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;

/** Steps that take long, on a clock that is moved by hand inside them. */
class SlowStepTest {
    private final VirtualClock clock = VirtualClock.detectingDeadlock();

    private EventLoop debugging() {
        EventLoop loop = new EventLoop(clock);
        loop.setDebug(true);
        return loop;
    }

    private List<String> warningsOf(VoidCoroutine main) throws Exception {
        try (CapturedLog log = CapturedLog.open()) {
            run(main, this::debugging);
            return log.messages(Level.WARNING);
        }
    }

    private void slowThenSleep() {
        clock.advance(ofSeconds(1));
        sleep(ZERO);
    }

    private void slowThenReturn() {
        clock.advance(ofSeconds(1));
    }

    private void slowThenFail() {
        clock.advance(ofSeconds(1));
        throw new IllegalStateException("boom");
    }

    @Test
    void slowStepIsReportedWithItsTaskAndHowLongItTook() throws Exception {
        List<String> warnings =
                warningsOf(() -> createTask(this::slowThenReturn, "slow one").await());
        assertThat(warnings)
                .singleElement()
                .asString()
                .startsWith("Executing <Task")
                .contains("slow one", "took 1.000 seconds");
    }

    @Test
    void slowStepThatSuspendsIsReportedWithTheFramesWhereItDoes() throws Exception {
        List<String> warnings = warningsOf(() -> createTask(this::slowThenSleep).await());
        assertThat(warnings).singleElement().asString().contains("SlowStepTest.slowThenSleep(SlowStepTest.java:");
    }

    @Test
    void slowStepThatReturnsIsReportedWithoutFramesOfTheLoop() throws Exception {
        List<String> warnings =
                warningsOf(() -> createTask(this::slowThenReturn).await());
        assertThat(warnings)
                .singleElement()
                .asString()
                .doesNotContain("VirtualThread")
                .doesNotContain("Scheduler");
    }

    @Test
    void slowStepThatFailsIsReportedWithTheFramesWhereItFailed() throws Exception {
        List<String> warnings = warningsOf(() ->
                assertThatThrownBy(createTask(this::slowThenFail)::await).isInstanceOf(IllegalStateException.class));
        assertThat(warnings).singleElement().asString().contains("SlowStepTest.slowThenFail(SlowStepTest.java:");
    }

    @Test
    void reportOfASlowStepDoesNotRetrieveItsFailure() throws Exception {
        List<Object> reported = new ArrayList<>();
        List<Task<?>> kept = new ArrayList<>();
        warningsOf(() -> {
            getRunningLoop().setExceptionHandler((loop, context) -> reported.add(context));
            kept.add(createTask(this::slowThenFail));
            sleep(ZERO);
        });
        assertThat(reported).hasSize(1);
    }

    @Test
    void slowCallbackIsReported() throws Exception {
        List<String> warnings = warningsOf(() -> {
            getRunningLoop().callSoon(this::slowThenReturn);
            sleep(ZERO);
        });
        assertThat(warnings)
                .singleElement()
                .asString()
                .startsWith("Executing <Handle")
                .contains("took 1.000 seconds");
    }

    @Test
    void slowTimerIsReported() throws Exception {
        List<String> warnings = warningsOf(() -> {
            getRunningLoop().callLater(ofSeconds(1), this::slowThenReturn);
            sleep(ofSeconds(2));
        });
        assertThat(warnings).singleElement().asString().startsWith("Executing <TimerHandle");
    }

    @Test
    void stepBelowTheLimitIsNotReported() throws Exception {
        assertThat(warningsOf(() -> clock.advance(ofMillis(99)))).isEmpty();
    }

    @Test
    void stepOfExactlyTheLimitIsReported() throws Exception {
        assertThat(warningsOf(() -> clock.advance(ofMillis(100)))).hasSize(1);
    }

    @Test
    void limitMayBeMoved() throws Exception {
        assertThat(warningsOf(() -> {
                    getRunningLoop().setSlowCallbackDuration(ofSeconds(2));
                    clock.advance(ofSeconds(1));
                }))
                .isEmpty();
    }

    @Test
    void timeSpentWaitingDoesNotCount() throws Exception {
        assertThat(warningsOf(() -> sleep(ofSeconds(10)))).isEmpty();
    }

    @Test
    void stepsAreTimedOneByOne() throws Exception {
        assertThat(warningsOf(() -> {
                    clock.advance(ofMillis(60));
                    sleep(ZERO);
                    clock.advance(ofMillis(60));
                }))
                .isEmpty();
    }

    @Test
    void slowCreatorOfAnEagerTaskIsReported() throws Exception {
        List<String> warnings = warningsOf(() -> createTask(
                        () -> {
                            clock.advance(ofSeconds(1));
                            createTask(() -> 1, "quick child", null, true);
                        },
                        "slow creator")
                .await());
        assertThat(warnings).singleElement().asString().contains("slow creator").doesNotContain("quick child");
    }

    @Test
    void outsideDebugModeNothingIsReported() throws Exception {
        try (CapturedLog log = CapturedLog.open()) {
            run(this::slowThenReturn, () -> new EventLoop(clock));
            assertThat(log.messages(Level.WARNING)).isEmpty();
        }
    }

    /** A coroutine that waits after a slow step, and cannot be described the first time. */
    private final class Indescribable implements Coroutine<String> {
        private boolean asked;

        @Override
        public String await() {
            slowThenSleep();
            return "done";
        }

        @Override
        public String toString() {
            if (!asked) {
                asked = true;
                throw new AssertionError("indescribable");
            }
            return "Indescribable";
        }
    }

    @Test
    void errorThatLeavesTheReportIsTheOneItsTaskEndsWith() throws Exception {
        warningsOf(() -> assertThatThrownBy(createTask(new Indescribable())::await)
                .isInstanceOf(AssertionError.class)
                .hasMessage("indescribable"));
    }

    @Test
    void taskAfterOneWhoseReportFailedEndsInItsOwnWay() throws Exception {
        warningsOf(() -> {
            Task<String> failing = createTask(new Indescribable());
            Task<String> next = createTask(() -> "fine");
            assertThatThrownBy(failing::await).isInstanceOf(AssertionError.class);
            assertThat(next.await()).isEqualTo("fine");
        });
    }
}
