package io.asyncio4j.testkit;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.getRunningLoop;
import static io.asyncio4j.Asyncio.sleep;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.testkit.engine.EventConditions.abortedWithReason;
import static org.junit.platform.testkit.engine.EventConditions.displayName;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedSuccessfully;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.instanceOf;

import io.asyncio4j.CancelledError;
import io.asyncio4j.EventLoop;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.platform.testkit.engine.Events;
import org.opentest4j.TestAbortedException;

/** What JUnit sees of a test. */
@Timeout(60)
class AsyncioTestOutcomeTest {
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
        @AsyncioTest
        void repeated() {}

        @AsyncioTest(mode = Mode.LAZY)
        void cancelsItself() {
            throw CANCELLED;
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
                .hasMessageContainingAll("forgotten", "created at AsyncioTestOutcomeTest.java:");
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
    void cancelledErrorIsTheVeryObjectToo() {
        assertThat(JUnitRun.failureOf(Cases.class, "cancelsItself")).isSameAs(Cases.CANCELLED);
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
