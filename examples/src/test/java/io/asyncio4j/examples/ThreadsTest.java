package io.asyncio4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Blocking work and other threads, in real time. */
final class ThreadsTest {
    private static final Pattern CLOCK = Pattern.compile(" at (\\d+) ms$");

    @Test
    void connectionsAreTakenAsTheyCome() throws Exception {
        ExampleRun run = ExampleRun.of("as_completed");

        assertThat(run.lines()).containsExactly("Near connection established.", "Far connection established.");
    }

    @Test
    void connectionsAreAwaitedAsTheyCome() throws Exception {
        ExampleRun run = ExampleRun.of("as_completed_coroutines");

        assertThat(run.lines()).containsExactly("Near connection.", "Far connection.");
    }

    @Test
    void anotherThreadGetsResultTimeoutAndFailure() throws Exception {
        ExampleRun run = ExampleRun.of("run_coroutine_threadsafe");

        assertThat(run.lines())
                .containsExactly(
                        "The coroutine returned: 3",
                        "The coroutine took too long, cancelling the task...",
                        "The task is cancelled",
                        "The coroutine raised an exception: java.lang.IllegalStateException: no luck");
    }

    @Test
    void blockingWorkRunsInAThread() throws Exception {
        List<String> lines = ExampleRun.of("blocking_io").lines();

        assertThat(lines)
                .map(line -> CLOCK.matcher(line).replaceFirst(""))
                .containsExactly("started main", "start blocking_io", "blocking_io complete", "finished main");
        assertThat(lines).map(ThreadsTest::milliseconds).isSorted();
    }

    private static int milliseconds(String line) {
        return CLOCK.matcher(line)
                .results()
                .mapToInt(clock -> Integer.parseInt(clock.group(1)))
                .findFirst()
                .orElseThrow();
    }
}
