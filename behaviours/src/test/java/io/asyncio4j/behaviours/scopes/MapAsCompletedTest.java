package io.asyncio4j.behaviours.scopes;

import static io.asyncio4j.Asyncio.allTasks;
import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.currentTask;
import static io.asyncio4j.Asyncio.getRunningLoop;
import static io.asyncio4j.Asyncio.mapAsCompleted;
import static io.asyncio4j.Asyncio.moveOnAfter;
import static io.asyncio4j.Asyncio.sleep;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asyncio4j.CancelledError;
import io.asyncio4j.Task;
import io.asyncio4j.testkit.LazyAndEager;
import io.asyncio4j.testkit.Mode;
import io.asyncio4j.testkit.VirtualTime;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;

@VirtualTime(detectDeadlock = true)
class MapAsCompletedTest {
    private final IOException failure = new IOException("disk");
    private final List<Object> seen = new ArrayList<>();

    private static int sleepSeconds(int seconds) {
        return sleep(ofSeconds(seconds), seconds);
    }

    private static Iterable<Integer> allNumbers() {
        return () -> Stream.iterate(1, number -> number + 1).iterator();
    }

    private int cleaningUp(int number) throws IOException {
        try {
            return sleepSeconds(number);
        } catch (CancelledError error) {
            sleep(ofSeconds(1));
            seen.add(number + " cleaned up");
            throw error;
        }
    }

    private int failing(int number) throws IOException {
        sleep(ofSeconds(number));
        throw failure;
    }

    private void hearFailures() {
        getRunningLoop()
                .setExceptionHandler(
                        (loop, context) -> seen.add(context.exception().getMessage()));
    }

    @LazyAndEager
    void resultsComeInTheOrderOfTheirCompletion(Mode mode) throws Exception {
        mode.run(() -> mapAsCompleted(3, List.of(3, 1, 2), MapAsCompletedTest::sleepSeconds, results -> {
            for (int seconds : results) {
                seen.add(seconds);
            }
        }));
        assertThat(seen).containsExactly(1, 2, 3);
    }

    @LazyAndEager
    void blockHasAResult(Mode mode) throws Exception {
        int sum = mode.run(() -> mapAsCompleted(2, List.of(1, 2, 3), MapAsCompletedTest::sleepSeconds, results -> {
            int all = 0;
            for (int seconds : results) {
                all += seconds;
            }
            return all;
        }));
        assertThat(sum).isEqualTo(6);
    }

    @LazyAndEager
    void itemsMayBeWithoutEndAndWhatIsLeftIsCancelledAndAwaited(Mode mode) throws Exception {
        mode.run(() -> {
            mapAsCompleted(3, allNumbers(), this::cleaningUp, results -> {
                for (int number : results) {
                    seen.add(number);
                    if (number == 2) {
                        break;
                    }
                }
            });
            assertThat(allTasks()).containsExactly(currentTask());
            sleep(ofSeconds(1));
            assertThat(currentTask().cancelling()).isZero();
        });
        assertThat(seen).containsExactly(1, 2, "3 cleaned up", "4 cleaned up");
    }

    @LazyAndEager
    void resultsThatAreNotAskedForTakePlaces(Mode mode) throws Exception {
        List<Integer> begun = new ArrayList<>();
        mode.run(() -> mapAsCompleted(
                2,
                allNumbers(),
                number -> {
                    begun.add(number);
                    return number;
                },
                results -> {
                    results.iterator().next();
                    sleep(ofDays(1));
                }));
        assertThat(begun).containsExactly(1, 2);
    }

    @LazyAndEager
    void failureCancelsTheBlockWhereverItWaits(Mode mode) throws Exception {
        mode.run(() -> {
            assertThatThrownBy(() -> mapAsCompleted(
                            2, List.of(1, 2), number -> number == 1 ? number : failing(number), results -> {
                                results.iterator().next();
                                try {
                                    sleep(ofDays(1));
                                } finally {
                                    seen.add("block");
                                }
                            }))
                    .isSameAs(failure);
            assertThat(currentTask().cancelling()).isZero();
        });
        assertThat(seen).containsExactly("block");
    }

    @LazyAndEager
    void failureEndsTheIteration(Mode mode) throws Exception {
        mode.run(() -> {
            assertThatThrownBy(() -> mapAsCompleted(
                            2, List.of(1, 9), number -> number == 1 ? failing(number) : cleaningUp(number), results -> {
                                for (int number : results) {
                                    seen.add(number);
                                }
                                seen.add("never");
                            }))
                    .isSameAs(failure);
            assertThat(allTasks()).containsExactly(currentTask());
            sleep(ofSeconds(1));
            assertThat(currentTask().cancelling()).isZero();
        });
        assertThat(seen).containsExactly("9 cleaned up");
    }

    @LazyAndEager
    void failureAtOnceEndsTheIterationToo(Mode mode) throws Exception {
        mode.run(() -> {
            assertThatThrownBy(() -> mapAsCompleted(
                            1,
                            List.of(1, 2),
                            number -> {
                                throw failure;
                            },
                            results -> {
                                for (Object ignored : results) {
                                    seen.add("never");
                                }
                                seen.add("never");
                            }))
                    .isSameAs(failure);
            sleep(ofSeconds(1));
            assertThat(currentTask().cancelling()).isZero();
        });
        assertThat(seen).isEmpty();
    }

    @LazyAndEager
    void blockThatGoesOnAfterAFailureIsGivenNothingMore(Mode mode) throws Exception {
        mode.run(() -> assertThatThrownBy(() -> mapAsCompleted(2, List.of(1, 2), this::failing, results -> {
                    Iterator<Integer> iterator = results.iterator();
                    try {
                        iterator.next();
                    } catch (CancelledError swallowed) {
                        seen.add(iterator.hasNext());
                    }
                }))
                .isSameAs(failure));
        assertThat(seen).containsExactly(false);
    }

    @LazyAndEager
    void failureOfTheBlockCancelsTheTasksAndComesOut(Mode mode) throws Exception {
        mode.run(() -> {
            assertThatThrownBy(() -> mapAsCompleted(2, allNumbers(), this::cleaningUp, results -> {
                        results.iterator().next();
                        throw failure;
                    }))
                    .isSameAs(failure);
            sleep(ofSeconds(1));
            assertThat(currentTask().cancelling()).isZero();
        });
        assertThat(seen).containsExactly("2 cleaned up");
    }

    @LazyAndEager
    void failureOfATaskThatWasLeftIsReported(Mode mode) throws Exception {
        mode.run(() -> {
            hearFailures();
            mapAsCompleted(
                    2,
                    List.of(1, 2),
                    number -> {
                        if (number == 1) {
                            return number;
                        }
                        try {
                            return sleepSeconds(9);
                        } catch (CancelledError error) {
                            throw failure;
                        }
                    },
                    results -> {
                        sleep(ZERO);
                        seen.add(results.iterator().next());
                    });
        });
        assertThat(seen).containsExactly(1, "disk");
    }

    @LazyAndEager
    void cancellationFromOutsideGoesThroughTheBlock(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> task = createTask(() -> mapAsCompleted(2, List.of(8, 9), this::cleaningUp, results -> {
                try {
                    results.iterator().next();
                } finally {
                    seen.add("block");
                }
            }));
            sleep(ofSeconds(1));
            task.cancel("enough");
            assertThatThrownBy(task::await).isInstanceOf(CancelledError.class).hasMessage("enough");
            assertThat(task.cancelling()).isEqualTo(1);
        });
        assertThat(seen).containsExactly("block", "8 cleaned up", "9 cleaned up");
    }

    @LazyAndEager
    void cancellationInTheTurnOfAResultGoesOn(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> task = createTask(() -> mapAsCompleted(1, List.of(1), MapAsCompletedTest::sleepSeconds, results -> {
                results.iterator().next();
                seen.add("never");
            }));
            sleep(ZERO);
            sleep(ZERO);
            getRunningLoop().callLater(ofSeconds(1), task::cancel);
            assertThatThrownBy(task::await).isInstanceOf(CancelledError.class);
            assertThat(task.cancelling()).isEqualTo(1);
        });
        assertThat(seen).isEmpty();
    }

    @LazyAndEager
    void oneMayMoveOnFromIt(Mode mode) throws Exception {
        mode.run(() -> {
            boolean inTime = moveOnAfter(ofSeconds(2).plusMillis(500), limit -> {
                mapAsCompleted(2, allNumbers(), this::cleaningUp, results -> {
                    for (int number : results) {
                        seen.add(number);
                    }
                });
            });
            seen.add(inTime);
            assertThat(currentTask().cancelling()).isZero();
        });
        assertThat(seen).containsExactly(1, 2, "3 cleaned up", "4 cleaned up", false);
    }

    @LazyAndEager
    void iterationKnowsItsEnd(Mode mode) throws Exception {
        mode.run(() -> mapAsCompleted(2, List.of(1), MapAsCompletedTest::sleepSeconds, results -> {
            Iterator<Integer> iterator = results.iterator();
            iterator.next();
            assertThat(iterator.hasNext()).isFalse();
            assertThatThrownBy(iterator::next).isInstanceOf(NoSuchElementException.class);
        }));
    }

    @LazyAndEager
    void anotherTaskCannotIterate(Mode mode) throws Exception {
        mode.run(() -> mapAsCompleted(2, List.of(1), MapAsCompletedTest::sleepSeconds, results -> {
            Task<?> other = createTask(() -> results.iterator().next());
            assertThatThrownBy(other::await).isInstanceOf(IllegalStateException.class);
        }));
    }

    @LazyAndEager
    void limitBelowOneIsRefused(Mode mode) throws Exception {
        mode.run(() -> assertThatThrownBy(() ->
                        mapAsCompleted(0, List.of(1), MapAsCompletedTest::sleepSeconds, results -> seen.add("never")))
                .isInstanceOf(IllegalArgumentException.class));
        assertThat(seen).isEmpty();
    }
}
