package io.asyncio4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Coroutines, tasks, futures, groups and gathering. */
final class CoroutinesAndTasksTest {

    @Test
    void helloWorldTakesASecond() throws Exception {
        ExampleRun run = ExampleRun.of("hello_world");

        assertThat(run.lines()).containsExactly("hello", "world");
        assertThat(run.elapsed()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void callsWaitOneAfterTheOther() throws Exception {
        ExampleRun run = ExampleRun.of("say_after");

        assertThat(run.lines()).containsExactly("started", "hello", "world", "finished after 3 s");
        assertThat(run.elapsed()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void tasksWaitAtTheSameTime() throws Exception {
        ExampleRun run = ExampleRun.of("say_after_tasks");

        assertThat(run.lines()).containsExactly("started", "hello", "world", "finished after 2 s");
        assertThat(run.elapsed()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void theTasksOfAGroupWaitAtTheSameTime() throws Exception {
        ExampleRun run = ExampleRun.of("say_after_group");

        assertThat(run.lines()).containsExactly("started", "hello", "world", "finished after 2 s");
        assertThat(run.elapsed()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void aCoroutineRunsWhenItIsAwaited() throws Exception {
        ExampleRun run = ExampleRun.of("nested_await");

        assertThat(run.lines()).containsExactly("made, but not run", "nested() runs", "42");
        assertThat(run.elapsed()).isEqualTo(Duration.ofSeconds(0));
    }

    @Test
    void aTaskRunsByItself() throws Exception {
        ExampleRun run = ExampleRun.of("nested_tasks");

        assertThat(run.lines()).containsExactly("the task is not done yet", "42");
        assertThat(run.elapsed()).isEqualTo(Duration.ofSeconds(0));
    }

    @Test
    void aFutureIsAwaitedAloneAndAmongOthers() throws Exception {
        ExampleRun run = ExampleRun.of("future_await");

        assertThat(run.lines()).containsExactly("a", "[b, c]");
        assertThat(run.elapsed()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void backgroundTasksLeaveTheirSet() throws Exception {
        ExampleRun run = ExampleRun.of("background_tasks");

        assertThat(run.lines())
                .containsExactly(
                        "task 1 is done",
                        "2 in the background",
                        "task 2 is done",
                        "task 3 is done",
                        "0 in the background");
        assertThat(run.elapsed()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void aGroupsResultsAreThereAfterIt() throws Exception {
        ExampleRun run = ExampleRun.of("task_group_results");

        assertThat(run.lines()).containsExactly("Both tasks have completed now: one, two");
        assertThat(run.elapsed()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void aGroupWaitsForTasksAddedLater() throws Exception {
        ExampleRun run = ExampleRun.of("task_group_completes");

        assertThat(run.lines())
                .containsExactly(
                        "the body is done", "the first task is done", "the second task is done", "the group is done");
        assertThat(run.elapsed()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void factorialsTakeTurns() throws Exception {
        ExampleRun run = ExampleRun.of("gather_factorial");

        assertThat(run.lines())
                .containsExactly(
                        "Task A: Compute factorial(2), currently i=2...",
                        "Task B: Compute factorial(3), currently i=2...",
                        "Task C: Compute factorial(4), currently i=2...",
                        "Task A: factorial(2) = 2",
                        "Task B: Compute factorial(3), currently i=3...",
                        "Task C: Compute factorial(4), currently i=3...",
                        "Task B: factorial(3) = 6",
                        "Task C: Compute factorial(4), currently i=4...",
                        "Task C: factorial(4) = 24",
                        "[2, 6, 24]");
        assertThat(run.elapsed()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void theDateIsShownEverySecond() throws Exception {
        ExampleRun run = ExampleRun.of("display_date");

        List<LocalDateTime> dates =
                run.lines().stream().map(LocalDateTime::parse).toList();
        LocalDateTime first = dates.getFirst();
        assertThat(dates)
                .isEqualTo(IntStream.range(0, 5).mapToObj(first::plusSeconds).toList());
        assertThat(run.elapsed()).isEqualTo(Duration.ofSeconds(4));
    }
}
