package io.asyncio4j.testkit;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.getRunningLoop;
import static io.asyncio4j.Asyncio.sleep;
import static io.asyncio4j.reactive.Reactive.each;
import static io.asyncio4j.reactive.Reactive.forEach;
import static io.asyncio4j.reactive.Reactive.publisher;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.asyncio4j.Task;
import io.asyncio4j.VoidCoroutine;
import io.asyncio4j.executors.LoopExecutor;
import io.asyncio4j.reactive.PublishedItems;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;

/** What may still happen when the test has ended, and what is a leak all the same. */
@Timeout(60)
class LastStepsTest {
    private final List<Object> kept = new ArrayList<>();

    private static Throwable failureOf(Mode mode, VoidCoroutine main) {
        return catchThrowable(() -> RunSettings.standard()
                .in(mode)
                .checkedBy(LeakCheck.exceptThreads())
                .newRun()
                .run(main));
    }

    private static Flow.Publisher<Integer> numbers() {
        return publisher(emitter -> {
            for (int number = 0; ; number++) {
                sleep(ofSeconds(1));
                emitter.emit(number);
            }
        });
    }

    @AsyncioTest
    void publisherThatIsLeftInTheLastLineIsNoLeak() {
        try (PublishedItems<Integer> items = each(numbers())) {
            for (int item : items) {
                if (item == 2) {
                    break;
                }
            }
        }
    }

    @CancelEverywhere
    void iterationOverAPublisherMayBeCancelledAnywhere() throws Exception {
        List<Integer> seen = new ArrayList<>();
        try (PublishedItems<Integer> items = each(numbers())) {
            while (seen.size() < 3) {
                seen.add(items.next());
            }
        }
        assertThat(seen).containsExactly(0, 1, 2);
    }

    @CancelEverywhere
    void forEachOfAPublisherMayBeCancelledAnywhere() throws Exception {
        List<Integer> seen = new ArrayList<>();
        forEach(publisher(List.of(1, 2, 3)), item -> {
            sleep(ofSeconds(1));
            seen.add(item);
        });
        assertThat(seen).containsExactly(1, 2, 3);
    }

    @Explore(cancel = true, runs = 100)
    void forEachOfAPublisherMayBeCancelledInAnyOrder() throws Exception {
        List<Integer> seen = new ArrayList<>();
        forEach(publisher(List.of(1, 2, 3)), item -> {
            sleep(ofSeconds(1));
            seen.add(item);
        });
        assertThat(seen).containsExactly(1, 2, 3);
    }

    @AsyncioTest
    void executorThatIsShutDownInTheLastLineIsNoLeak() {
        LoopExecutor executor = new LoopExecutor(getRunningLoop());
        executor.execute(() -> sleep(ofSeconds(60)));
        sleep(ofSeconds(1));
        assertThat(executor.shutdownNow()).isEmpty();
    }

    @AsyncioTest
    void submissionThatIsCalledOffInTheLastLineIsNoLeak() {
        LoopExecutor executor = new LoopExecutor(getRunningLoop());
        Future<?> later = executor.schedule(() -> 1, 60, TimeUnit.SECONDS);
        sleep(ofSeconds(1));
        assertThat(later.cancel(false)).isTrue();
    }

    @LazyAndEager
    void cleanupThatWaitsForTimeIsALeak(Mode mode) {
        assertThat(failureOf(mode, () -> {
                    Task<?> task = createTask(
                            () -> {
                                try {
                                    sleep(ofSeconds(60));
                                } finally {
                                    sleep(ofSeconds(1));
                                }
                            },
                            "slow");
                    sleep(ZERO);
                    task.cancel();
                }))
                .hasMessageContainingAll("a task is still pending", "slow");
    }

    @LazyAndEager
    void taskThatWouldHaveEndedByItselfIsALeak(Mode mode) {
        assertThat(failureOf(mode, () -> {
                    Task<?> cancelled = createTask(() -> sleep(ofSeconds(60)), "cancelled");
                    createTask(
                            () -> {
                                for (int turn = 0; turn < 3; turn++) {
                                    sleep(ZERO);
                                }
                            },
                            "by itself");
                    cancelled.cancel();
                }))
                .hasMessageContaining("by itself")
                .hasMessageNotContaining("name='cancelled'");
    }

    @LazyAndEager
    void taskThatNeverStopsDoesNotKeepTheRestFromBeingSeen(Mode mode) {
        boolean[] end = {false};
        assertThat(failureOf(mode, () -> {
                    Task<?> spinning = createTask(
                            () -> {
                                try {
                                    sleep(ofSeconds(60));
                                } finally {
                                    while (!end[0]) {
                                        sleep(ZERO);
                                    }
                                }
                            },
                            "spinning");
                    kept.add(createTask(() -> {
                        try {
                            sleep(ofSeconds(60));
                        } finally {
                            end[0] = true;
                        }
                    }));
                    sleep(ZERO);
                    spinning.cancel();
                }))
                .hasMessageContaining("spinning");
    }
}
