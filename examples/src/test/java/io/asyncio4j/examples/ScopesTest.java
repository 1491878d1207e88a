package io.asyncio4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What asyncio's users miss: leaving, supervising, racing, moving on, limiting. */
final class ScopesTest {

    @Test
    void aGroupIsLeftOnPurpose() throws Exception {
        ExampleRun run = ExampleRun.of("group_left");

        assertThat(run.lines())
                .containsExactly(
                        "kitchen: not here",
                        "kitchen: light off",
                        "cellar: found",
                        "cellar: light off",
                        "attic: light off",
                        "Nobody searches any more");
        assertThat(run.elapsed()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void aFailureDoesNotEndASupervisingGroup() throws Exception {
        ExampleRun run = ExampleRun.of("supervised_workers");

        assertThat(run.lines())
                .containsExactly("fan has run", "at the end: pump is broken", "at once: pump is broken", "fan has run");
        assertThat(run.elapsed()).isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void theFirstAnswerWins() throws Exception {
        ExampleRun run = ExampleRun.of("race_mirrors");

        assertThat(run.lines())
                .containsExactly(
                        "near mirror: connection closed",
                        "far mirror: connection closed",
                        "the page, from the near mirror",
                        "near mirror: connection closed",
                        "where any end counts: unreachable");
        assertThat(run.elapsed()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void aTaskThatIsAskedToEndHasSomeTime() throws Exception {
        ExampleRun run = ExampleRun.of("cancel_with_grace");

        assertThat(run.lines())
                .containsExactly("prompt: CANCELLED", "slow: STILL_RUNNING", "slow, without a limit: CANCELLED");
        assertThat(run.elapsed()).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void oneMovesOn() throws Exception {
        ExampleRun run = ExampleRun.of("move_on");

        assertThat(run.lines())
                .containsExactly("take an umbrella", "no forecast: look out of the window", "in time: true");
        assertThat(run.elapsed()).isEqualTo(Duration.ofSeconds(8));
    }

    @Test
    void twoAreFetchedAtATime() throws Exception {
        ExampleRun run = ExampleRun.of("limited_fetch");

        assertThat(run.lines())
                .containsExactly(
                        "map: [page 3, page 1, page 2]",
                        "gather: [page 3, page 1, page 2]",
                        "as completed: page 1",
                        "as completed: page 2",
                        "as completed: page 3");
        assertThat(run.elapsed()).isEqualTo(Duration.ofSeconds(10));
    }
}
