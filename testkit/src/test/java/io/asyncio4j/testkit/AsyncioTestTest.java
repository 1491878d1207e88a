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
import static org.junit.platform.testkit.engine.EventConditions.abortedWithReason;
import static org.junit.platform.testkit.engine.EventConditions.displayName;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedSuccessfully;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.instanceOf;

import io.asyncio4j.CancelledError;
import io.asyncio4j.EventLoop;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.testkit.engine.Events;
import org.opentest4j.TestAbortedException;

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

    // ---- what JUnit sees

    /** Run by the tests below. */
    static class Cases {
        static final AssertionError FAILURE = new AssertionError("as it is");
        static final CancelledError CANCELLED = new CancelledError("as it is");
        static final List<String> EVENTS = new ArrayList<>();

        @AsyncioTest
        void passes() {
            sleep(ofSeconds(1));
        }

        @AsyncioTest(mode = Mode.LAZY)
        void fails() {
            sleep(ofSeconds(1));
            throw new AssertionError("made here");
        }

        @AsyncioTest(mode = Mode.LAZY)
        void throwsWhatIsKept() {
            throw FAILURE;
        }

        @AsyncioTest(mode = Mode.LAZY)
        void failsAndLeaks() {
            createTask(() -> sleep(ofDays(1)), "forgotten");
            throw new AssertionError("boom");
        }

        @AsyncioTest(mode = Mode.LAZY)
        void leaks() {
            createTask(() -> sleep(ofDays(1)), "forgotten");
        }

        @AsyncioTest(mode = Mode.LAZY, leakCheck = false)
        void leaksUnchecked() {
            createTask(() -> sleep(ofDays(1)), "forgotten");
        }

        @AsyncioTest(mode = Mode.LAZY)
        void aborts() {
            Assumptions.abort("not here");
        }

        @AsyncioTest(mode = Mode.LAZY)
        void deadlocks() throws Exception {
            getRunningLoop().createFuture().await();
        }

        @RepeatedTest(2)
        @AsyncioTest(mode = {Mode.LAZY, Mode.EAGER})
        void repeatedInBothModes() {
            EVENTS.add("ran all the same");
        }

        @RepeatedTest(2)
        @AsyncioTest
        void repeated() {}

        @Explore(runs = 1)
        @AsyncioTest
        void explored() {
            EVENTS.add("ran all the same");
        }

        @AsyncioTest(mode = Mode.LAZY)
        void cancelsItself() {
            throw CANCELLED;
        }

        @AsyncioTest(time = AsyncioTest.Time.REAL, mode = Mode.LAZY)
        void realTimeHasNoVirtualClock(VirtualClock clock) {
            EVENTS.add("ran all the same");
        }

        @AsyncioTest
        @Disabled("today")
        void disabled() {
            EVENTS.add("ran all the same");
        }

        @AsyncioTest
        @Tag("slow")
        @DisplayName("a name of its own")
        void named() {}
    }

    static class NeverRun {
        static final List<EventLoop> LOOPS = new ArrayList<>();

        @BeforeEach
        void failBefore(EventLoop loop) {
            LOOPS.add(loop);
            throw new IllegalStateException("not prepared");
        }

        @AsyncioTest(mode = Mode.LAZY)
        void neverRuns() {}
    }

    @Execution(ExecutionMode.CONCURRENT)
    static class Concurrent {
        static final List<Thread> THREADS = new ArrayList<>();

        @AsyncioTest(mode = Mode.LAZY)
        void leaksAThread() {
            Thread thread = new Thread(LockSupport::park);
            THREADS.add(thread);
            thread.setDaemon(true);
            thread.start();
        }
    }

    private static Events run(String method) {
        return JUnitRun.of(Cases.class, method);
    }

    @Test
    void invocationsAreNamedAfterTheirModes() {
        run("passes")
                .assertThatEvents()
                .haveExactly(1, event(displayName("lazy"), finishedSuccessfully()))
                .haveExactly(1, event(displayName("eager"), finishedSuccessfully()));
    }

    @Test
    void failureIsTheVeryObject() {
        assertThat(JUnitRun.failureOf(Cases.class, "throwsWhatIsKept")).isSameAs(Cases.FAILURE);
    }

    @Test
    void failureHasTheTestsFrameOnTop() {
        Throwable failure = JUnitRun.failureOf(Cases.class, "fails");
        assertThat(failure).hasMessage("made here").hasNoCause().hasNoSuppressedExceptions();
        assertThat(failure.getStackTrace()[0].getMethodName()).isEqualTo("fails");
    }

    @Test
    void leakFailsTheTest() {
        assertThat(JUnitRun.failureOf(Cases.class, "leaks"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll("forgotten", "created at AsyncioTestTest.java:");
    }

    @Test
    void leakOfAFailedTestIsSuppressed() {
        Throwable failure = JUnitRun.failureOf(Cases.class, "failsAndLeaks");
        assertThat(failure).hasMessage("boom");
        assertThat(failure.getSuppressed()).singleElement().asString().contains("forgotten");
    }

    @Test
    void withoutTheCheckALeakIsNoFailure() {
        run("leaksUnchecked").assertStatistics(all -> all.started(1).succeeded(1));
    }

    @Test
    void assumptionThatDoesNotHoldAbortsTheTest() {
        run("aborts")
                .aborted()
                .assertThatEvents()
                .haveExactly(1, event(abortedWithReason(instanceOf(TestAbortedException.class))));
    }

    @Test
    void deadlockFailsTheTest() {
        assertThat(JUnitRun.failureOf(Cases.class, "deadlocks")).isInstanceOf(DeadlockException.class);
    }

    @Test
    void repeatedTestIsNotMultipliedByModes() {
        run("repeated").assertStatistics(all -> all.started(2).succeeded(2));
    }

    @Test
    void bothModesBesideAnotherTemplateAreRefused() {
        assertThat(JUnitRun.failureOfContainer(Cases.class, "repeatedInBothModes"))
                .hasMessageContainingAll("@RepeatedTest", "runs each invocation in one mode", "repeatedInBothModes");
        assertThat(Cases.EVENTS).isEmpty();
    }

    @Test
    void annotationThatRunsTheMethodItselfIsRefused() {
        assertThat(JUnitRun.failureOfContainer(Cases.class, "explored")).hasMessageContaining("leave one out");
        assertThat(Cases.EVENTS).isEmpty();
    }

    @Test
    void cancelledErrorIsTheVeryObjectToo() {
        assertThat(JUnitRun.failureOf(Cases.class, "cancelsItself")).isSameAs(Cases.CANCELLED);
    }

    @Test
    void virtualClockOfARealOneIsRefused() {
        assertThat(JUnitRun.failureOf(Cases.class, "realTimeHasNoVirtualClock"))
                .hasRootCauseMessage("this run is on real time: it has no virtual clock");
    }

    @Test
    void loopOfATestThatDidNotRunIsClosed() {
        assertThat(JUnitRun.failureOf(NeverRun.class, "neverRuns")).hasMessage("not prepared");
        assertThat(NeverRun.LOOPS)
                .singleElement()
                .satisfies(loop -> assertThat(loop.isClosed()).isTrue());
    }

    @Test
    void threadsOfATestThatRunsBesideOthersAreNotLookedFor() {
        assertThat(JUnitRun.successesOfParallel(Concurrent.class, "leaksAThread"))
                .isEqualTo(1);
        Concurrent.THREADS.forEach(LockSupport::unpark);
    }

    @Test
    void disabledTestIsSkipped() {
        JUnitRun.allEventsOf(Cases.class, "disabled").skipped().assertStatistics(all -> all.skipped(1));
        assertThat(Cases.EVENTS).isEmpty();
    }

    @Test
    void nameOfTheTestIsKept() {
        JUnitRun.allEventsOf(Cases.class, "named")
                .assertThatEvents()
                .haveAtLeastOne(event(displayName("a name of its own")));
    }
}
