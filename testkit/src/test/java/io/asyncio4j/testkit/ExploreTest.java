package io.asyncio4j.testkit;

import static io.asyncio4j.Asyncio.currentTask;
import static io.asyncio4j.Asyncio.getRunningLoop;
import static io.asyncio4j.Asyncio.sleep;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.reportEntry;

import io.asyncio4j.EventLoop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** What JUnit makes of the annotation: the classes inside are run by the test kit of its platform. */
@Timeout(60)
class ExploreTest {

    private static final List<String> TRACE = new ArrayList<>();

    @BeforeEach
    void forget() {
        TRACE.clear();
    }

    private static EngineExecutionResults run(String method) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectMethod(Samples.class.getName() + "#" + method))
                .execute();
    }

    private static EngineExecutionResults replay(String method, String seed) {
        System.setProperty(Exploration.SEED, seed);
        try {
            return run(method);
        } finally {
            System.clearProperty(Exploration.SEED);
        }
    }

    private static Throwable failureOf(EngineExecutionResults results) {
        Event failed = results.testEvents().failed().list().getFirst();
        return failed.getRequiredPayload(TestExecutionResult.class)
                .getThrowable()
                .orElseThrow();
    }

    private static String seedIn(Throwable failure) {
        for (Throwable note : failure.getSuppressed()) {
            Matcher matcher =
                    Pattern.compile("-Dasyncio4j\\.explore\\.seed=(\\S+);").matcher(note.getMessage());
            if (matcher.find()) {
                return matcher.group(1);
            }
        }
        throw new AssertionError("no seed", failure);
    }

    @Test
    void oneTestForEachMode() {
        run("passes(io.asyncio4j.testkit.Mode)").testEvents().assertStatistics(stats -> stats.succeeded(2));
        assertThat(TRACE).startsWith("before", "LAZY", "LAZY").endsWith("EAGER", "after");
    }

    @Test
    void methodRunsAsOftenAsAskedForBetweenBeforeAndAfter() {
        run("passes(io.asyncio4j.testkit.Mode)");
        assertThat(TRACE)
                .containsExactly(
                        "before", "LAZY", "LAZY", "LAZY", "after", "before", "EAGER", "EAGER", "EAGER", "after");
    }

    @Test
    void modesCanBeChosen() {
        run("inOneMode(io.asyncio4j.testkit.Mode)").testEvents().assertStatistics(stats -> stats.succeeded(1));
        assertThat(TRACE).containsExactly("before", "EAGER", "after");
    }

    @Test
    void parametersAreThoseOfTheRun() {
        run("parameters(io.asyncio4j.EventLoop,io.asyncio4j.testkit.VirtualClock,io.asyncio4j.testkit.TestRun,"
                        + "org.junit.jupiter.api.TestInfo)")
                .testEvents()
                .assertStatistics(stats -> stats.succeeded(2));
    }

    @Test
    void failureIsTheMethodsOwn() {
        EngineExecutionResults results = run("race(io.asyncio4j.testkit.TestRun)");
        results.testEvents().assertStatistics(stats -> stats.failed(2));
        assertThat(failureOf(results)).isInstanceOf(AssertionError.class).hasMessageContaining("2");
    }

    @Test
    void everyBuildFindsTheSame() {
        String first = seedIn(failureOf(run("race(io.asyncio4j.testkit.TestRun)")));
        assertThat(seedIn(failureOf(run("race(io.asyncio4j.testkit.TestRun)")))).isEqualTo(first);
    }

    @Test
    void propertyReplaysTheOneRun() {
        String seed = seedIn(failureOf(run("race(io.asyncio4j.testkit.TestRun)")));
        TRACE.clear();
        EngineExecutionResults results = replay("race(io.asyncio4j.testkit.TestRun)", seed);
        results.testEvents().assertStatistics(stats -> stats.started(1).failed(1));
        assertThat(TRACE).containsExactly("before", "race", "after");
    }

    @Test
    void failedInvariantFailsTheTest() {
        EngineExecutionResults results = run("brokenInvariant(io.asyncio4j.testkit.Invariants)");
        assertThat(failureOf(results)).hasMessageContaining("«never»");
    }

    @Test
    void cancellationIsAddedWhereAskedFor() {
        EngineExecutionResults results = run("keptLock(io.asyncio4j.testkit.TestRun)");
        results.testEvents().assertStatistics(stats -> stats.failed(2));
        assertThat(failureOf(results)).hasMessageContaining("«the lock is free»");
    }

    @Test
    void reportSaysHowManyOrdersWereSeen() {
        String seen =
                new ExplorationResult(3, 1, 0, ScheduleSeed.ofName(Samples.class.getName() + "#passes")).toString();
        run("passes(io.asyncio4j.testkit.Mode)")
                .allEvents()
                .reportingEntryPublished()
                .assertThatEvents()
                .hasSize(2)
                .haveExactly(2, event(reportEntry(Map.of("asyncio4j", seen))));
    }

    @Test
    void timeLimitOfJUnitEndsAllRuns() {
        EngineExecutionResults results = run("hangs()");
        assertThat(failureOf(results)).isInstanceOf(TimeoutException.class);
        assertThat(TRACE).containsExactly("before", "hangs", "after");
    }

    static class Samples {

        @BeforeEach
        void before() {
            TRACE.add("before");
        }

        @AfterEach
        void after() {
            TRACE.add("after");
        }

        @Explore(runs = 3)
        void passes(Mode mode) {
            TRACE.add(mode.name());
            sleep(Duration.ofDays(1));
        }

        @Explore(runs = 1, mode = Mode.EAGER)
        void inOneMode(Mode mode) {
            TRACE.add(mode.name());
        }

        @Explore(runs = 2)
        void parameters(EventLoop loop, VirtualClock clock, TestRun run, TestInfo info) {
            assertThat(loop).isSameAs(getRunningLoop()).isSameAs(run.loop());
            assertThat(clock.time()).isZero();
            assertThat(run.mainTask()).isSameAs(currentTask());
            assertThat(info.getTestMethod()).isPresent();
            sleep(Duration.ofDays(1));
            assertThat(clock.time()).isPositive();
        }

        @Explore
        void race(TestRun run) throws Exception {
            TRACE.add("race");
            PlantedBugs.checkThenAct(run);
        }

        @Explore(runs = 1)
        void brokenInvariant(Invariants invariants) {
            invariants.add("never", () -> assertThat(true).isFalse());
        }

        @Explore(cancel = true)
        void keptLock(TestRun run) throws Exception {
            PlantedBugs.waitForALock(run, true);
        }

        @Explore(detectDeadlock = false, mode = Mode.LAZY)
        @Timeout(value = 50, unit = TimeUnit.MILLISECONDS)
        void hangs() throws Exception {
            TRACE.add("hangs");
            getRunningLoop().createFuture().await();
        }
    }
}
