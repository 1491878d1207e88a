package io.asyncio4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Time limits, deadlines, and waiting for several. */
final class TimeoutsAndWaitingTest {

    @Test
    void aBlockThatTakesTooLongTimesOut() throws Exception {
        ExampleRun run = ExampleRun.of("timeout_caught");

        assertThat(run.lines())
                .containsExactly(
                        "The long operation timed out, but we've handled it.", "This statement will run regardless.");
        assertThat(run.elapsed()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void aTimeoutIsSetInItsBlock() throws Exception {
        ExampleRun run = ExampleRun.of("timeout_reschedule");

        assertThat(run.lines()).containsExactly("Looks like we haven't finished on time.");
        assertThat(run.elapsed()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void aBlockEndsAtItsDeadline() throws Exception {
        ExampleRun run = ExampleRun.of("timeout_at");

        assertThat(run.lines())
                .containsExactly(
                        "The long operation timed out, but we've handled it.", "This statement will run regardless.");
        assertThat(run.elapsed()).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void whatFollowsATimeoutIsNotTouched() throws Exception {
        ExampleRun run = ExampleRun.of("request_with_timeout");

        assertThat(run.lines())
                .containsExactly(
                        "the first request is answered", "There was a timeout", "the unrelated request is answered");
        assertThat(run.elapsed()).isEqualTo(Duration.ofMillis(1800));
    }

    @Test
    void eternityIsNotWaitedFor() throws Exception {
        ExampleRun run = ExampleRun.of("eternity");

        assertThat(run.lines()).containsExactly("timeout!");
        assertThat(run.elapsed()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void waitTellsWhoIsDone() throws Exception {
        ExampleRun run = ExampleRun.of("wait_usage");

        assertThat(run.lines())
                .containsExactly(
                        "the first: done [short], pending [middle, long]",
                        "some time: done [short, middle], pending [long]",
                        "all: done [short, middle, long], pending []");
        assertThat(run.elapsed()).isEqualTo(Duration.ofSeconds(3));
    }
}
