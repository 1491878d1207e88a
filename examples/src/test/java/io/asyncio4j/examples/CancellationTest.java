package io.asyncio4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What is cancelled, what is not, and what is cleaned up. */
final class CancellationTest {

    @Test
    void cancelMeCleansUp() throws Exception {
        ExampleRun run = ExampleRun.of("cancel_me");

        assertThat(run.lines())
                .containsExactly(
                        "cancel_me(): before sleep",
                        "cancel_me(): cancel sleep",
                        "cancel_me(): after sleep",
                        "main(): cancel_me is cancelled now");
        assertThat(run.elapsed()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void aTaskIsCancelledAndAwaited() throws Exception {
        ExampleRun run = ExampleRun.of("cancel_task");

        assertThat(run.lines()).containsExactly("Task started", "Task was cancelled", "Handled cancellation");
        assertThat(run.elapsed()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void aTimeoutCancels() throws Exception {
        ExampleRun run = ExampleRun.of("cancel_by_timeout");

        assertThat(run.lines()).containsExactly("Task started", "Task was cancelled", "Task timed out");
        assertThat(run.elapsed()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void aGroupOfCancelledTasksEndsQuietly() throws Exception {
        ExampleRun run = ExampleRun.of("cancel_group");

        assertThat(run.lines())
                .containsExactly(
                        "Worked for 1 s",
                        "Cancelling the group",
                        "worker 1 finished",
                        "worker 2 was cancelled",
                        "worker 3 was cancelled");
        assertThat(run.elapsed()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void aCleanupMayWait() throws Exception {
        ExampleRun run = ExampleRun.of("cancel_cleanup");

        assertThat(run.lines())
                .containsExactly("Task started", "Cleaning up...", "Clean", "Task is cancelled, and cleaned up");
        assertThat(run.elapsed()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void aLoopIsCancelledInTheMiddle() throws Exception {
        ExampleRun run = ExampleRun.of("cancel_loop");

        assertThat(run.lines())
                .containsExactly(
                        "Task running... iteration 1",
                        "Task running... iteration 2",
                        "Task was cancelled during loop execution");
        assertThat(run.elapsed()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void aShieldedTaskGoesOn() throws Exception {
        ExampleRun run = ExampleRun.of("cancel_shield");

        assertThat(run.lines()).containsExactly("The shield was cancelled, the task was not", "Task finished");
        assertThat(run.elapsed()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void aShieldedTaskHasItsResultWithoutItsWaiter() throws Exception {
        ExampleRun run = ExampleRun.of("shield_result");

        assertThat(run.lines())
                .containsExactly(
                        "nobody waits any more", "the waiter is cancelled", "the task is not done", "the result");
        assertThat(run.elapsed()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void aCancelledTaskClosesItsResource() throws Exception {
        ExampleRun run = ExampleRun.of("cancel_resource");

        assertThat(run.lines()).containsExactly("Connection opened", "Connection closed", "Task was cancelled");
        assertThat(run.elapsed()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void aTaskMayHandleItsCancellation() throws Exception {
        ExampleRun run = ExampleRun.of("cancel_handled");

        assertThat(run.lines())
                .containsExactly("Asked to stop: the user has left", "what there is so far", "Task was not cancelled");
        assertThat(run.elapsed()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void cancelledTasksAreGatheredAsValues() throws Exception {
        ExampleRun run = ExampleRun.of("cancel_several");

        assertThat(run.lines())
                .containsExactly(
                        "first job: read done",
                        "first job: write cancelled",
                        "second job: read cancelled",
                        "Cancelled",
                        "Cancelled");
        assertThat(run.elapsed()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void aShieldedCleanupIsNotInterrupted() throws Exception {
        ExampleRun run = ExampleRun.of("shielded_cleanup");

        assertThat(run.lines())
                .containsExactly(
                        "session(): saying goodbye",
                        "session(): the server has said goodbye too",
                        "main(): the session is cancelled");
        assertThat(run.elapsed()).isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void aSwallowedCancellationIsFound() throws Exception {
        ExampleRun run = ExampleRun.of("swallowed_cancellation");

        assertThat(run.lines()).hasSize(3).startsWith("job 1 stopped").endsWith("job 2 done");
        assertThat(run.lines().get(1))
                .startsWith("Task worker has swallowed its cancellation")
                .contains("caught at SwallowedCancellation.java:");
        assertThat(run.elapsed()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void aTimeoutMadeByHandCancels() throws Exception {
        ExampleRun run = ExampleRun.of("cancel_custom_timeout");

        assertThat(run.lines()).containsExactly("the answer", "Too slow, cancelled", "no answer");
        assertThat(run.elapsed()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void aCancelledParentKnowsThatItWasTheOne() throws Exception {
        ExampleRun run = ExampleRun.of("who_was_cancelled", "parent");

        assertThat(run.lines()).containsExactly("cancel_me", "cancel_me(): after sleep", "parent(): I am cancelled");
        assertThat(run.elapsed()).isEqualTo(Duration.ofMillis(600));
    }

    @Test
    void aParentKnowsThatItsChildWasCancelled() throws Exception {
        ExampleRun run = ExampleRun.of("who_was_cancelled", "child");

        assertThat(run.lines())
                .containsExactly("cancel_me", "cancel_me(): after sleep", "parent(): child is cancelled now");
        assertThat(run.elapsed()).isEqualTo(Duration.ofMillis(600));
    }
}
