package io.asyncio4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Executors, reactive streams, HTTP, a database, processes and a cluster. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SAME_THREAD)
final class RestOfJavaTest {

    @Test
    void anExecutorsWorkAwaits() throws Exception {
        assertThat(ExampleRun.of("loop_as_executor").lines()).containsExactly("tick", "done by a task", "closed: true");
    }

    @Test
    void aPublisherIsLeftEarly() throws Exception {
        assertThat(ExampleRun.of("published_numbers").lines())
                .containsExactly(
                        "1 was taken",
                        "got 1",
                        "2 was taken",
                        "got 2",
                        "3 was taken",
                        "got 3",
                        "nobody listens any more");
    }

    @Test
    void requestsAreLimitedGivenUpAndRaced() throws Exception {
        assertThat(ExampleRun.of("concurrent_fetches").lines())
                .containsExactly(
                        "[/a, /b, /c, /d], 2 at a time",
                        "too slow, given up",
                        "the first is /quick",
                        "the other has hung up");
    }

    @Test
    void aStatementIsCancelled() throws Exception {
        assertThat(ExampleRun.of("database_query").lines())
                .containsExactly("too slow: the statement is cancelled", "the connection is free again: 42");
    }

    @Test
    void aChildIsKilled() throws Exception {
        assertThat(ExampleRun.of("child_process").lines())
                .containsExactly(
                        "the child says [one, two]",
                        "exit code 0",
                        "too slow: the child is killed",
                        "its exit code is another");
    }

    @Test
    void workOfAClusterEndsAsLocalWorkDoes() throws Exception {
        assertThat(ExampleRun.of("distributed_work").lines())
                .containsExactly(
                        "2 members",
                        "squares: [9, 16]",
                        "failed: no disk over there",
                        "too slow, interrupted over there",
                        "cancelled, interrupted over there");
    }
}
