package io.asyncio4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a test may not be, and cannot have. */
@Timeout(60)
class AsyncioTestMisuseTest {
    /** Run by the tests below. */
    static class Cases {
        static final List<String> EVENTS = new ArrayList<>();

        @RepeatedTest(2)
        @AsyncioTest(mode = {Mode.LAZY, Mode.EAGER})
        void repeatedInBothModes() {
            EVENTS.add("ran all the same");
        }

        @Explore(runs = 1)
        @AsyncioTest
        void explored() {
            EVENTS.add("ran all the same");
        }

        @AsyncioTest(time = AsyncioTest.Time.REAL, mode = Mode.LAZY)
        void realTimeHasNoVirtualClock(VirtualClock clock) {
            EVENTS.add("ran all the same");
        }
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
    void virtualClockOfARealOneIsRefused() {
        assertThat(JUnitRun.failureOf(Cases.class, "realTimeHasNoVirtualClock"))
                .hasRootCauseMessage("this run is on real time: it has no virtual clock");
    }
}
