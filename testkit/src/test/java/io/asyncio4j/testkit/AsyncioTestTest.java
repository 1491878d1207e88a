package io.asyncio4j.testkit;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.currentTask;
import static io.asyncio4j.Asyncio.getRunningLoop;
import static io.asyncio4j.Asyncio.sleep;
import static io.asyncio4j.Asyncio.toThread;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asyncio4j.EventLoop;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a test is, and how it fits into JUnit's lifecycle. */
@Timeout(60)
class AsyncioTestTest {
    private static final Set<Mode> MODES = EnumSet.noneOf(Mode.class);

    @AfterAll
    static void testsRanInBothModes() {
        assertThat(MODES).containsExactly(Mode.LAZY, Mode.EAGER);
    }

    // ---- what a test is

    @AsyncioTest
    void modeDecidesWhenATaskStarts(Mode mode) throws Exception {
        MODES.add(mode);
        List<String> order = new ArrayList<>();
        var task = createTask(() -> {
            order.add("task");
        });
        order.add("creator");
        task.await();
        assertThat(order).isEqualTo(mode == Mode.EAGER ? List.of("task", "creator") : List.of("creator", "task"));
    }

    @AsyncioTest
    void testIsTheMainTask(TestRun run) {
        assertThat(currentTask()).isSameAs(run.mainTask());
    }

    @AsyncioTest
    void loopIsInjected(EventLoop loop) {
        assertThat(loop).isSameAs(getRunningLoop());
    }

    @AsyncioTest
    void loopIsInDebugMode(EventLoop loop) {
        assertThat(loop.getDebug()).isTrue();
    }

    @AsyncioTest
    void anHourCostsNothing(VirtualClock clock) {
        sleep(ofHours(1));
        assertThat(clock.elapsed()).isEqualTo(ofHours(1));
    }

    @AsyncioTest
    void workInThreadsHoldsTheClock(VirtualClock clock) throws Exception {
        getRunningLoop().callLater(ofDays(1), () -> {}).cancel();
        var timer = createTask(() -> sleep(ofSeconds(1)));
        sleep(ofMillis(0));
        toThread(() -> {
            // gives a clock that would jump every chance to do so
            for (int i = 0; i < 1000; i++) {
                Thread.yield();
            }
            return null;
        });
        assertThat(clock.elapsed()).isZero();
        timer.await();
    }

    @AsyncioTest
    void invariantsAreInjected(Invariants invariants, TestRun run) {
        assertThat(invariants).isSameAs(run.invariants());
    }

    @AsyncioTest(mode = Mode.EAGER)
    void settingsReachTheRun(TestRun run) {
        assertThat(run.settings().mode()).isEqualTo(Mode.EAGER);
        assertThat(run.settings().realTime()).isFalse();
        assertThat(run.settings().detectDeadlock()).isTrue();
        assertThat(run.settings().checks()).hasSize(1);
    }

    @AsyncioTest(time = AsyncioTest.Time.REAL, debug = false, leakCheck = false, mode = Mode.LAZY)
    void otherSettingsReachTheRun(TestRun run) {
        assertThat(run.settings().realTime()).isTrue();
        assertThat(run.settings().debug()).isFalse();
        assertThat(run.settings().checks()).isEmpty();
        assertThatThrownBy(run::clock).isInstanceOf(IllegalStateException.class);
    }

    @AsyncioTest(detectDeadlock = false, mode = Mode.LAZY)
    void waitForAThreadThatTheClockDoesNotKnow() throws Exception {
        EventLoop loop = getRunningLoop();
        var done = loop.<String>createFuture();
        Thread.ofVirtual().start(() -> loop.callSoonThreadsafe(() -> done.setResult("from a thread")));
        assertThat(done.await()).isEqualTo("from a thread");
    }

    @Retention(RetentionPolicy.RUNTIME)
    @AsyncioTest(mode = Mode.EAGER, time = AsyncioTest.Time.REAL)
    @interface EagerOnRealTime {}

    @EagerOnRealTime
    void annotationOfOnesOwnBringsItsSettings(TestRun run) {
        assertThat(run.settings().mode()).isEqualTo(Mode.EAGER);
        assertThat(run.settings().realTime()).isTrue();
    }

    // ---- JUnit's lifecycle

    @Nested
    class Lifecycle {
        private final List<String> events = new ArrayList<>();

        @BeforeEach
        void before(EventLoop loop) {
            events.add("before, running=" + loop.isRunning());
        }

        @AfterEach
        void after(EventLoop loop, VirtualClock clock) {
            assertThat(loop.isClosed()).isTrue();
            assertThat(clock.elapsed()).isEqualTo(ofSeconds(1));
        }

        @AsyncioTest
        void methodsAroundTheTestAreNotOnTheLoop() {
            sleep(ofSeconds(1));
            assertThat(events).containsExactly("before, running=false");
        }
    }

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class OneInstance {
        private final Set<EventLoop> loops = new HashSet<>();

        @AsyncioTest
        void eachRunHasALoopOfItsOwn(EventLoop loop) {
            assertThat(loops.add(loop)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "b"})
    @AsyncioTest
    void parametersOfAParameterizedTestComeFirst(String word, EventLoop loop, Mode mode) {
        assertThat(word).isIn("a", "b");
        assertThat(loop).isSameAs(getRunningLoop());
        assertThat(mode).isEqualTo(Mode.LAZY);
    }

    @RepeatedTest(2)
    @AsyncioTest(mode = Mode.EAGER)
    void repeatedTestRunsInTheModeItNames(Mode mode) {
        assertThat(currentTask()).isNotNull();
        assertThat(mode).isEqualTo(Mode.EAGER);
    }
}
