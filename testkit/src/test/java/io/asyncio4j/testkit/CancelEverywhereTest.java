package io.asyncio4j.testkit;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.sleep;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import io.asyncio4j.Asyncio;
import io.asyncio4j.CancelledError;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** What JUnit makes of the annotation: the class inside is run by the test kit of its platform. */
@Timeout(60)
class CancelEverywhereTest {

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

    private static EngineExecutionResults replay(String method, String place) {
        System.setProperty(CancellationSweep.AT, place);
        try {
            return run(method);
        } finally {
            System.clearProperty(CancellationSweep.AT);
        }
    }

    private static Throwable failureOf(EngineExecutionResults results) {
        return results.testEvents()
                .failed()
                .list()
                .getFirst()
                .getRequiredPayload(TestExecutionResult.class)
                .getThrowable()
                .orElseThrow();
    }

    @Test
    void methodIsCancelledAtEachAwaitInBothModes() {
        run("passes()").testEvents().assertStatistics(stats -> stats.succeeded(2));
        List<String> inOneMode = List.of("end", "cancelled", "cancelled", "end");
        assertThat(TRACE).hasSize(8).startsWith(inOneMode.toArray(String[]::new));
        assertThat(TRACE.subList(4, 8)).isEqualTo(inOneMode);
    }

    @Test
    void namedTaskIsCancelledInstead() {
        run("worker()").testEvents().assertStatistics(stats -> stats.succeeded(2));
        assertThat(TRACE).containsOnly("main ends");
    }

    @Test
    void keptLockIsFound() {
        EngineExecutionResults results = run("keptLock(io.asyncio4j.testkit.TestRun)");
        results.testEvents().assertStatistics(stats -> stats.failed(2));
        assertThat(failureOf(results)).hasMessageContaining("«the lock is free»");
    }

    @Test
    void methodThatNeverSuspendsIsRefused() {
        assertThat(failureOf(run("neverSuspends()"))).hasMessageContaining("nothing to cancel");
    }

    @Test
    void propertyReplaysTheOneRun() {
        assertThat(failureOf(run("fails()")).getSuppressed())
                .anySatisfy(note -> assertThat(note).hasMessageContaining("-Dasyncio4j.cancel.at=1:waiting:lazy"));
        TRACE.clear();
        replay("fails()", "1:waiting:lazy")
                .testEvents()
                .assertStatistics(stats -> stats.started(1).failed(1));
        assertThat(TRACE).containsExactly("fails");
    }

    @Test
    void propertyWithoutAModeReplaysInBoth() {
        replay("fails()", "1:due")
                .testEvents()
                .assertStatistics(stats -> stats.started(2).failed(2));
    }

    static class Samples {

        @CancelEverywhere
        void passes() {
            String how = "cancelled";
            try {
                sleep(Duration.ofSeconds(1));
                how = "end";
            } finally {
                TRACE.add(how);
            }
        }

        @CancelEverywhere(task = "worker")
        void worker() throws Exception {
            Asyncio.wait(List.of(createTask(() -> sleep(Duration.ofSeconds(1)), "worker")));
            TRACE.add("main ends");
        }

        @CancelEverywhere
        void keptLock(TestRun run) throws Exception {
            PlantedBugs.waitForALock(run, true);
        }

        @CancelEverywhere
        void neverSuspends() {}

        @CancelEverywhere
        void fails() throws IOException {
            TRACE.add("fails");
            try {
                sleep(Duration.ofSeconds(1));
            } catch (CancelledError error) {
                throw new IOException(error);
            }
        }
    }
}
