package io.asyncio4j.testkit;

import static io.asyncio4j.Asyncio.sleep;
import static org.assertj.core.api.Assertions.assertThat;

import io.asyncio4j.EventLoop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a test of many runs may not be, and what the methods around it cannot have. */
@Timeout(60)
class ManyRunsMisuseTest {
    private static final List<String> EVENTS = new ArrayList<>();

    @BeforeEach
    void forget() {
        EVENTS.clear();
    }

    /** Run by the tests below. */
    static class TakesALoopBefore {
        @BeforeEach
        void before(EventLoop loop) {
            EVENTS.add("before with " + loop);
        }

        @Explore(runs = 1, mode = Mode.LAZY)
        void explored() {
            sleep(Duration.ZERO);
        }

        @CancelEverywhere(mode = Mode.LAZY)
        void swept() {
            sleep(Duration.ZERO);
        }
    }

    /** Run by the tests below. */
    static class TakesInvariantsAfter {
        @AfterEach
        void after(Invariants invariants) {
            EVENTS.add("after with " + invariants);
        }

        @Explore(runs = 1, mode = Mode.LAZY)
        void explored() {
            sleep(Duration.ZERO);
        }
    }

    /** Run by the tests below. */
    static class TakesTheModeBefore {
        @BeforeEach
        void before(Mode mode) {
            EVENTS.add("before, " + mode);
        }

        @Explore(runs = 1, mode = Mode.EAGER)
        void explored() {
            sleep(Duration.ZERO);
        }
    }

    /** Run by the tests below. */
    static class BesideOthers {
        @RepeatedTest(2)
        @Explore(runs = 1)
        void repeated() {
            EVENTS.add("ran all the same");
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        @CancelEverywhere
        void parameterized(int number) {
            EVENTS.add("ran all the same with " + number);
        }

        @Explore(runs = 1)
        @CancelEverywhere
        void exploredAndSwept() {
            EVENTS.add("ran all the same");
        }
    }

    @Test
    void loopBeforeAnExplorationIsRefused() {
        assertThat(JUnitRun.failureOf(TakesALoopBefore.class, "explored"))
                .isInstanceOf(ParameterResolutionException.class)
                .hasMessageContainingAll("EventLoop", "before", "no single run", "parameter of the test method");
        assertThat(EVENTS).isEmpty();
    }

    @Test
    void loopBeforeASweepIsRefused() {
        assertThat(JUnitRun.failureOf(TakesALoopBefore.class, "swept"))
                .isInstanceOf(ParameterResolutionException.class)
                .hasMessageContainingAll("EventLoop", "no single run");
        assertThat(EVENTS).isEmpty();
    }

    @Test
    void invariantsAfterAnExplorationAreRefused() {
        assertThat(JUnitRun.failureOf(TakesInvariantsAfter.class, "explored"))
                .isInstanceOf(ParameterResolutionException.class)
                .hasMessageContainingAll("Invariants", "no single run");
        assertThat(EVENTS).isEmpty();
    }

    @Test
    void modeIsThatOfAllRuns() {
        assertThat(JUnitRun.successesOf(TakesTheModeBefore.class, "explored")).isEqualTo(1);
        assertThat(EVENTS).containsExactly("before, EAGER");
    }

    @Test
    void repeatedExplorationIsRefused() {
        assertThat(JUnitRun.failureOfContainer(BesideOthers.class, "repeated"))
                .hasMessageContainingAll("@Explore", "@RepeatedTest", "repeated", "leave one out");
        assertThat(EVENTS).isEmpty();
    }

    @Test
    void parameterizedSweepIsRefused() {
        assertThat(JUnitRun.failureOfContainer(BesideOthers.class, "parameterized"))
                .hasMessageContainingAll("@CancelEverywhere", "@ParameterizedTest", "leave one out");
        assertThat(EVENTS).isEmpty();
    }

    @Test
    void explorationAndSweepOfOneMethodAreRefused() {
        assertThat(JUnitRun.failureOfContainer(BesideOthers.class, "exploredAndSwept"))
                .hasMessageContainingAll("@Explore", "@CancelEverywhere", "leave one out");
        assertThat(EVENTS).isEmpty();
    }
}
