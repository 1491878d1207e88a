package io.asyncio4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Cancellation tokens, and hooks for blocking calls. */
final class TokensTest {

    @Test
    void aTokenCancelsThoseWhoWereGivenIt() throws Exception {
        ExampleRun run = ExampleRun.of("token_basics");

        assertThat(run.lines())
                .containsExactly(
                        "The button is grey: the user has left",
                        "Cancelled by the token: the user has left",
                        "Cancelled by the token: the user has left",
                        "backup downloaded");
        assertThat(run.elapsed()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void aLinkedSourceTellsWhoEndedIt() throws Exception {
        ExampleRun run = ExampleRun.of("token_linked");

        assertThat(run.lines())
                .containsExactly(
                        "Request 1: too slow",
                        "Request 2: given up, because the user has left",
                        "Request 3: given up, because the user has left");
        assertThat(run.elapsed()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void aTaskThatNeverBeginsLeavesAnotherWaiting() throws Exception {
        ExampleRun run = ExampleRun.of("token_trap", "trap");

        assertThat(run.lines())
                .containsExactly("The group is cancelled: the user has left", "An hour later the report still waits");
        assertThat(run.elapsed()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void whatOthersRelyOnIsDoneOnEveryWayOut() throws Exception {
        ExampleRun run = ExampleRun.of("token_trap", "remedy");

        assertThat(run.lines())
                .containsExactly(
                        "The group is cancelled: the user has left",
                        "Report without figures: nobody will load the figures");
        assertThat(run.elapsed()).isEqualTo(Duration.ZERO);
    }

    @Test
    void aFunctionInAThreadAsksItsToken() throws Exception {
        assertThat(ExampleRun.of("token_blocking").lines())
                .containsExactly(
                        "Searching the largest prime number", "The search is cancelled", "Its thread has stopped");
    }

    @Test
    void aHookEndsABlockingCall() throws Exception {
        assertThat(ExampleRun.of("cancel_hook").lines())
                .containsExactly("Waiting for a visitor", "Cancelled: nobody came", "The server is closed");
    }
}
