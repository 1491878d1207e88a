package io.asyncio4j.behaviours.search.waits;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.getRunningLoop;
import static io.asyncio4j.Asyncio.sleep;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.asyncio4j.Asyncio;
import io.asyncio4j.Coroutine;
import io.asyncio4j.Task;
import io.asyncio4j.behaviours.search.Outcome;
import io.asyncio4j.testkit.TestRun;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Three consumers wait for the results of three tasks, and what must hold of them. */
final class AsCompletedScenario {

    static final String CONSUMER = "consumer";
    static final String ONE_FOR_EACH = "each consumer that is not cancelled gets a result";
    static final String NOTHING_TWICE = "no result is given twice";
    static final String GIVEN_AT_ONCE = "a result is given when it comes, as long as somebody waits";

    private final List<Task<String>> producers = new ArrayList<>();
    private final List<Task<?>> consumers = new ArrayList<>();
    private final List<String> taken = new ArrayList<>();
    private boolean late;

    private AsCompletedScenario(TestRun run) {
        run.invariants()
                .add(
                        ONE_FOR_EACH,
                        () -> assertThat(consumers)
                                .allMatch(consumer -> consumer.cancelled() || consumer.exception() == null));
        run.invariants().add(NOTHING_TWICE, () -> assertThat(taken).doesNotHaveDuplicates());
        run.invariants().add(GIVEN_AT_ONCE, () -> assertThat(late).isFalse());
    }

    /** The results come one second after another; the last consumer begins about when the first of them does. */
    static void play(TestRun run, Completion completion) {
        AsCompletedScenario scenario = new AsCompletedScenario(run);
        try {
            scenario.play(completion);
        } finally {
            Outcome.endTheOthers();
        }
    }

    private void play(Completion completion) {
        for (int i = 1; i <= 3; i++) {
            int seconds = i;
            producers.add(createTask(() -> sleep(ofSeconds(seconds), "result " + seconds)));
        }
        Iterator<Coroutine<String>> next = completion.of(producers).iterator();
        start(next.next());
        start(next.next());
        Coroutine<String> last = next.next();
        start(() -> {
            sleep(ofSeconds(1));
            return last.await();
        });
        var _ = Asyncio.wait(consumers);
    }

    private void start(Coroutine<String> next) {
        long begin = getRunningLoop().time();
        consumers.add(createTask(
                () -> {
                    taken.add(next.await());
                    // the first comes after a second, the second after two
                    long due = begin + ofSeconds(taken.size()).toNanos();
                    late |= getRunningLoop().time() != due;
                },
                CONSUMER));
    }
}
