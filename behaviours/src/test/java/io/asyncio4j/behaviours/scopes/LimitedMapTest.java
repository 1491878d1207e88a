package io.asyncio4j.behaviours.scopes;

import static io.asyncio4j.Asyncio.allTasks;
import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.currentTask;
import static io.asyncio4j.Asyncio.getRunningLoop;
import static io.asyncio4j.Asyncio.map;
import static io.asyncio4j.Asyncio.sleep;
import static io.asyncio4j.Asyncio.taskGroup;
import static io.asyncio4j.Asyncio.timeout;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asyncio4j.CancelledError;
import io.asyncio4j.ChildCancelledError;
import io.asyncio4j.ExceptionGroup;
import io.asyncio4j.SystemExit;
import io.asyncio4j.Task;
import io.asyncio4j.testkit.LazyAndEager;
import io.asyncio4j.testkit.Mode;
import io.asyncio4j.testkit.VirtualTime;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;

@VirtualTime(detectDeadlock = true)
class LimitedMapTest {
    private final IOException failure = new IOException("disk");
    private final List<Object> seen = new ArrayList<>();
    private int atWork;
    private int mostAtWork;

    private String work(int seconds) {
        mostAtWork = Math.max(mostAtWork, ++atWork);
        try {
            return sleep(ofSeconds(seconds), seconds + " s");
        } finally {
            atWork--;
        }
    }

    private String failAtThree(int number) throws IOException {
        sleep(ofSeconds(number));
        if (number == 3) {
            throw failure;
        }
        return "done";
    }

    private String cleaningUp(int number) {
        try {
            return sleep(ofDays(1), "never");
        } finally {
            sleep(ofSeconds(1));
            seen.add(number + " cleaned up");
        }
    }

    private static String failingInItsCleanup() throws IOException {
        try {
            return sleep(ofDays(1), "never");
        } catch (CancelledError error) {
            sleep(ofSeconds(1));
            throw new IOException("no cleanup");
        }
    }

    private static List<Integer> numbers(int count) {
        return IntStream.rangeClosed(1, count).boxed().toList();
    }

    private void hearFailures() {
        getRunningLoop()
                .setExceptionHandler(
                        (loop, context) -> seen.add(context.exception().getMessage()));
    }

    @LazyAndEager
    void resultsAreInTheOrderOfTheItems(Mode mode) throws Exception {
        mode.run(() -> assertThat(map(3, List.of(3, 1, 2), this::work)).containsExactly("3 s", "1 s", "2 s"));
    }

    @LazyAndEager
    void noMoreThanTheLimitAreAtWork(Mode mode) throws Exception {
        mode.run(() -> {
            long start = getRunningLoop().time();
            assertThat(map(2, List.of(2, 1, 1, 2), this::work)).hasSize(4);
            assertThat(getRunningLoop().time() - start).isEqualTo(ofSeconds(4).toNanos());
        });
        assertThat(mostAtWork).isEqualTo(2);
    }

    @LazyAndEager
    void noMoreTasksExistThanTheLimit(Mode mode) throws Exception {
        mode.run(() -> map(3, numbers(10), number -> {
            seen.add(allTasks().size());
            sleep(ZERO);
        }));
        assertThat(seen)
                .hasSize(10)
                .allSatisfy(tasks -> assertThat((Integer) tasks).isLessThanOrEqualTo(1 + 3));
    }

    @LazyAndEager
    void itemIsTakenWhenThereIsAPlaceForIt(Mode mode) throws Exception {
        Iterator<Integer> numbers = numbers(3).iterator();
        Iterable<Integer> items = () -> new Iterator<>() {
            @Override
            public boolean hasNext() {
                return numbers.hasNext();
            }

            @Override
            public Integer next() {
                seen.add("taken");
                return numbers.next();
            }
        };
        mode.run(() -> map(1, items, number -> {
            sleep(ofSeconds(1));
            seen.add("done");
        }));
        assertThat(seen).containsExactly("taken", "done", "taken", "done", "taken", "done");
    }

    @LazyAndEager
    void nothingGivesNothing(Mode mode) throws Exception {
        mode.run(() -> assertThat(map(1, List.<Integer>of(), this::work)).isEmpty());
    }

    @LazyAndEager
    void resultsMayBeNull(Mode mode) throws Exception {
        mode.run(() -> assertThat(map(2, List.of(1, 2), number -> sleep(ZERO))).containsExactly(null, null));
    }

    @LazyAndEager
    void firstFailureCancelsTheRestAndComesOutTheVeryObject(Mode mode) throws Exception {
        mode.run(() -> {
            assertThatThrownBy(() -> map(2, List.of(3, 10, 1), this::failAtThree))
                    .isSameAs(failure);
            assertThat(allTasks()).containsExactly(currentTask());
            assertThat(getRunningLoop().time()).isEqualTo(ofSeconds(3).toNanos());
            sleep(ofSeconds(1));
            assertThat(currentTask().cancelling()).isZero();
        });
    }

    @LazyAndEager
    void laterFailuresAreSuppressedInTheFirst(Mode mode) throws Exception {
        mode.run(() -> {
            hearFailures();
            assertThatThrownBy(() ->
                            map(2, List.of(3, 4), number -> number == 3 ? failAtThree(number) : failingInItsCleanup()))
                    .isSameAs(failure);
        });
        assertThat(failure.getSuppressed()).extracting(Throwable::getMessage).containsExactly("no cleanup");
        assertThat(seen).isEmpty();
    }

    @LazyAndEager
    void failureOfTheIteratorCancelsTheRestAndComesOut(Mode mode) throws Exception {
        Iterable<Integer> broken = () -> new Iterator<>() {
            private int next = 1;

            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public Integer next() {
                if (next == 2) {
                    throw new NoSuchElementException("broken");
                }
                return next++;
            }
        };
        mode.run(() -> {
            assertThatThrownBy(() -> map(2, broken, this::cleaningUp))
                    .isExactlyInstanceOf(NoSuchElementException.class)
                    .hasMessage("broken");
            sleep(ofSeconds(1));
            assertThat(currentTask().cancelling()).isZero();
        });
        assertThat(seen).isEqualTo(mode == Mode.EAGER ? List.of("1 cleaned up") : List.of());
    }

    @LazyAndEager
    void iteratorMayWait(Mode mode) throws Exception {
        Iterator<Integer> numbers = numbers(2).iterator();
        Iterable<Integer> slow = () -> new Iterator<>() {
            @Override
            public boolean hasNext() {
                sleep(ofSeconds(5));
                return numbers.hasNext();
            }

            @Override
            public Integer next() {
                return numbers.next();
            }
        };
        mode.run(() -> assertThat(map(2, slow, this::work)).containsExactly("1 s", "2 s"));
    }

    @LazyAndEager
    void failureEndsAWaitOfTheIterator(Mode mode) throws Exception {
        Iterable<Integer> slow = () -> new Iterator<>() {
            private boolean first = true;

            @Override
            public boolean hasNext() {
                if (!first) {
                    sleep(ofDays(1));
                }
                return true;
            }

            @Override
            public Integer next() {
                first = false;
                return 3;
            }
        };
        mode.run(() -> {
            assertThatThrownBy(() -> map(2, slow, this::failAtThree)).isSameAs(failure);
            assertThat(getRunningLoop().time()).isEqualTo(ofSeconds(3).toNanos());
            assertThat(currentTask().cancelling()).isZero();
        });
    }

    @LazyAndEager
    void taskThatIsCancelledByItselfHasFailed(Mode mode) throws Exception {
        mode.run(() -> assertThatThrownBy(() -> map(2, List.of(1, 2), number -> {
                    sleep(ofSeconds(number));
                    currentTask().cancel("by itself");
                    sleep(ZERO);
                }))
                .isInstanceOf(ChildCancelledError.class)
                .hasMessage("by itself"));
    }

    @LazyAndEager
    void systemExitPasses(Mode mode) throws Exception {
        assertThatThrownBy(() -> mode.run(() -> map(2, List.of(1, 2), number -> {
                    sleep(ofSeconds(number));
                    throw new SystemExit();
                })))
                .isInstanceOf(SystemExit.class);
    }

    @LazyAndEager
    void limitBelowOneIsRefused(Mode mode) throws Exception {
        mode.run(() -> {
            for (int limit : List.of(0, -1)) {
                assertThatThrownBy(() -> map(limit, List.of(1), this::work))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining(Integer.toString(limit));
            }
        });
        assertThat(mostAtWork).isZero();
    }

    @LazyAndEager
    void cancellationFromOutsideGoesOnWhenAllHaveEnded(Mode mode) throws Exception {
        mode.run(() -> {
            hearFailures();
            Task<?> task = createTask(
                    () -> map(2, List.of(1, 2, 3), number -> number == 1 ? cleaningUp(1) : failingInItsCleanup()));
            sleep(ofSeconds(1));
            task.cancel("enough");
            assertThatThrownBy(task::await).isInstanceOf(CancelledError.class).hasMessage("enough");
            assertThat(task.cancelling()).isEqualTo(1);
        });
        assertThat(seen).containsExactly("1 cleaned up", "no cleanup");
    }

    @LazyAndEager
    void cancellationInTheTurnOfAFailureGoesOn(Mode mode) throws Exception {
        for (boolean before : List.of(true, false)) {
            mode.run(() -> {
                hearFailures();
                List<Task<?>> tasks = new ArrayList<>();
                if (before) {
                    getRunningLoop()
                            .callLater(ofSeconds(3), () -> tasks.getFirst().cancel());
                }
                Task<?> task = createTask(() -> map(2, List.of(3, 10), this::failAtThree));
                tasks.add(task);
                sleep(ZERO);
                sleep(ZERO);
                if (!before) {
                    getRunningLoop().callLater(ofSeconds(3), task::cancel);
                }
                assertThatThrownBy(task::await).isInstanceOf(CancelledError.class);
                assertThat(task.cancelling()).isEqualTo(1);
            });
        }
    }

    @LazyAndEager
    void cancellationWhileTheRestEndsGoesOnWithTheFailureSuppressed(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> task = createTask(() -> {
                try {
                    map(2, List.of(3, 4), number -> number == 3 ? failAtThree(number) : cleaningUp(number));
                } catch (CancelledError error) {
                    seen.add(error.getSuppressed()[0]);
                    throw error;
                }
            });
            sleep(ofSeconds(3).plusMillis(500));
            task.cancel("enough");
            assertThatThrownBy(task::await).isInstanceOf(CancelledError.class).hasMessage("enough");
            assertThat(task.cancelling()).isEqualTo(1);
        });
        assertThat(seen).containsExactly("4 cleaned up", failure);
    }

    @LazyAndEager
    void timeoutAroundCancelsTheTasks(Mode mode) throws Exception {
        mode.run(() -> {
            assertThatThrownBy(() -> timeout(ofSeconds(1), limit -> map(1, List.of(1, 2), this::cleaningUp)))
                    .isInstanceOf(TimeoutException.class);
            assertThat(currentTask().cancelling()).isZero();
        });
        assertThat(seen).containsExactly("1 cleaned up");
    }

    @LazyAndEager
    void groupAroundThatFailsCancelsTheTasks(Mode mode) throws Exception {
        mode.run(() -> {
            assertThatThrownBy(() -> taskGroup(group -> {
                        group.createTask(() -> failAtThree(3));
                        map(1, List.of(1, 2), this::cleaningUp);
                    }))
                    .isInstanceOf(ExceptionGroup.class);
            assertThat(currentTask().cancelling()).isZero();
        });
        assertThat(seen).containsExactly("1 cleaned up");
    }

    @LazyAndEager
    void mapsNest(Mode mode) throws Exception {
        mode.run(() -> {
            assertThatThrownBy(() -> map(2, List.of(1, 2), outer -> map(2, List.of(outer, 3), this::failAtThree)))
                    .isSameAs(failure);
            assertThat(allTasks()).containsExactly(currentTask());
        });
    }

    @LazyAndEager
    void inATaskThatWasCancelledBeforeAFailureComesOutAlone(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> task = createTask(() -> {
                try {
                    sleep(ofDays(1));
                } catch (CancelledError swallowed) {
                    assertThatThrownBy(() -> map(2, List.of(3, 10), this::failAtThree))
                            .isSameAs(failure);
                    sleep(ofSeconds(1));
                    seen.add(currentTask().cancelling());
                }
            });
            sleep(ZERO);
            task.cancel();
            task.await();
        });
        assertThat(seen).containsExactly(1);
    }
}
