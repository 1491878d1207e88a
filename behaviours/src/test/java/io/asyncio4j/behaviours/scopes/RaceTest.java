package io.asyncio4j.behaviours.scopes;

import static io.asyncio4j.Asyncio.allTasks;
import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.currentTask;
import static io.asyncio4j.Asyncio.getRunningLoop;
import static io.asyncio4j.Asyncio.race;
import static io.asyncio4j.Asyncio.sleep;
import static io.asyncio4j.Asyncio.taskGroup;
import static io.asyncio4j.Asyncio.timeout;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.asyncio4j.BaseExceptionGroup;
import io.asyncio4j.CancelledError;
import io.asyncio4j.ChildCancelledError;
import io.asyncio4j.Coroutine;
import io.asyncio4j.ExceptionGroup;
import io.asyncio4j.SystemExit;
import io.asyncio4j.Task;
import io.asyncio4j.testkit.LazyAndEager;
import io.asyncio4j.testkit.Mode;
import io.asyncio4j.testkit.VirtualTime;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;

@VirtualTime(detectDeadlock = true)
class RaceTest {
    private final List<Object> seen = new ArrayList<>();

    private static String failAfter(Duration delay, String message) throws IOException {
        sleep(delay);
        throw new IOException(message);
    }

    private String cleaningUp(String name) {
        try {
            return sleep(ofDays(1), name);
        } finally {
            sleep(ofSeconds(1));
            seen.add(name + " cleaned up");
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

    private void hearFailures() {
        getRunningLoop()
                .setExceptionHandler(
                        (loop, context) -> seen.add(context.exception().getMessage()));
    }

    @LazyAndEager
    void firstResultWinsAndTheOthersAreCancelledAndAwaited(Mode mode) throws Exception {
        mode.run(() -> {
            seen.add(race(() -> cleaningUp("a"), () -> sleep(ofSeconds(1), "b"), () -> cleaningUp("c")));
            assertThat(allTasks()).containsExactly(currentTask());
            assertThat(currentTask().cancelling()).isZero();
        });
        assertThat(seen).containsExactly("a cleaned up", "c cleaned up", "b");
    }

    @LazyAndEager
    void failuresBeforeTheWinAreDropped(Mode mode) throws Exception {
        mode.run(() -> {
            hearFailures();
            seen.add(race(() -> failAfter(ofSeconds(1), "disk"), () -> sleep(ofSeconds(2), "value")));
        });
        assertThat(seen).containsExactly("value");
    }

    @LazyAndEager
    void ifAllFailAllFailuresComeOutInTheOrderGiven(Mode mode) throws Exception {
        mode.run(() -> {
            assertThatThrownBy(
                            () -> race(() -> failAfter(ofSeconds(2), "first"), () -> failAfter(ofSeconds(1), "second")))
                    .isInstanceOfSatisfying(
                            ExceptionGroup.class,
                            failures -> assertThat(failures.exceptions())
                                    .extracting(Throwable::getMessage)
                                    .containsExactly("first", "second"));
            assertThat(currentTask().cancelling()).isZero();
        });
    }

    @LazyAndEager
    void coroutineThatIsCancelledByItselfCountsAsFailed(Mode mode) throws Exception {
        mode.run(() -> {
            seen.add(race(
                    () -> {
                        currentTask().cancel();
                        return sleep(ZERO, "never");
                    },
                    () -> sleep(ofSeconds(1), "value")));
            assertThatThrownBy(() -> race(() -> {
                        currentTask().cancel("by itself");
                        return sleep(ZERO, "never");
                    }))
                    .isInstanceOfSatisfying(
                            BaseExceptionGroup.class,
                            failures -> assertThat(failures.exceptions())
                                    .singleElement()
                                    .isInstanceOf(ChildCancelledError.class)
                                    .hasFieldOrPropertyWithValue("message", "by itself"));
        });
        assertThat(seen).containsExactly("value");
    }

    @LazyAndEager
    void failureOfALoserInAnswerToItsCancellationIsReported(Mode mode) throws Exception {
        mode.run(() -> {
            hearFailures();
            seen.add(race(RaceTest::failingInItsCleanup, () -> sleep(ofSeconds(1), "value")));
        });
        assertThat(seen).containsExactly("no cleanup", "value");
    }

    @LazyAndEager
    void noCoroutineIsRefused(Mode mode) throws Exception {
        List<Coroutine<String>> none = List.of();
        mode.run(() -> assertThatThrownBy(() -> race(none)).isInstanceOf(IllegalArgumentException.class));
    }

    @LazyAndEager
    void nullAmongTheCoroutinesIsRefusedBeforeAnyBegins(Mode mode) throws Exception {
        Coroutine<String> first = () -> {
            seen.add("never");
            return "never";
        };
        mode.run(() -> {
            assertThatThrownBy(() -> race(first, null)).isInstanceOf(NullPointerException.class);
            sleep(ZERO);
        });
        assertThat(seen).isEmpty();
    }

    @LazyAndEager
    void coroutinesThatReturnNothingRaceToo(Mode mode) throws Exception {
        mode.run(() -> race(
                () -> {
                    sleep(ofSeconds(1));
                    seen.add("first");
                },
                () -> {
                    sleep(ofSeconds(2));
                    seen.add("never");
                }));
        assertThat(seen).containsExactly("first");
    }

    @LazyAndEager
    void resultMayBeNull(Mode mode) throws Exception {
        List<Coroutine<String>> coroutines = List.of(() -> sleep(ofSeconds(1), null), () -> sleep(ofDays(1), "late"));
        mode.run(() -> seen.add(race(coroutines)));
        assertThat(seen).containsExactly((Object) null);
    }

    @LazyAndEager
    void ofTwoThatEndInTheSameTurnTheFirstWins(Mode mode) throws Exception {
        mode.run(() -> seen.add(race(() -> sleep(ofSeconds(1), "a"), () -> sleep(ofSeconds(1), "b"))));
        assertThat(seen).containsExactly("a");
    }

    @LazyAndEager
    void systemExitEndsTheRace(Mode mode) throws Exception {
        assertThatThrownBy(() -> mode.run(() -> {
                    race(
                            () -> {
                                sleep(ofSeconds(1));
                                throw new SystemExit();
                            },
                            () -> sleep(ofDays(1), "late"));
                }))
                .isInstanceOf(SystemExit.class);
    }

    @LazyAndEager
    void cancellationFromOutsideCancelsAllAndGoesOnWithTheFailuresSoFar(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> task = createTask(() -> {
                try {
                    race(() -> cleaningUp("a"), () -> failAfter(ofSeconds(1), "disk"));
                } catch (CancelledError error) {
                    seen.add(error.getSuppressed()[0].getMessage());
                    throw error;
                }
            });
            sleep(ofSeconds(2));
            task.cancel("enough");
            assertThatThrownBy(task::await).isInstanceOf(CancelledError.class).hasMessage("enough");
            assertThat(task.cancelling()).isEqualTo(1);
        });
        assertThat(seen).containsExactly("a cleaned up", "disk");
    }

    @LazyAndEager
    void failureInAnswerToACancellationFromOutsideIsReported(Mode mode) throws Exception {
        mode.run(() -> {
            hearFailures();
            Task<?> task = createTask(() -> race(RaceTest::failingInItsCleanup, () -> cleaningUp("b")));
            sleep(ofSeconds(1));
            task.cancel();
            assertThatThrownBy(task::await).isInstanceOf(CancelledError.class);
            assertThat(task.cancelling()).isEqualTo(1);
        });
        assertThat(seen).containsExactlyInAnyOrder("no cleanup", "b cleaned up");
    }

    @LazyAndEager
    void cancellationWhileTheLosersEndGoesOn(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> task = createTask(() -> race(() -> cleaningUp("a"), () -> sleep(ofSeconds(1), "value")));
            sleep(ofSeconds(1).plusMillis(500));
            task.cancel("enough");
            assertThatThrownBy(task::await).isInstanceOf(CancelledError.class).hasMessage("enough");
            assertThat(task.cancelling()).isEqualTo(1);
        });
        assertThat(seen).containsExactly("a cleaned up");
    }

    @LazyAndEager
    void cancellationInTheTurnOfTheWinGoesOn(Mode mode) throws Exception {
        for (int turns = 0; turns < 4; turns++) {
            int after = turns;
            mode.run(() -> {
                List<Task<?>> tasks = new ArrayList<>();
                Task<?> task = createTask(() -> race(
                        () -> {
                            sleep(ofSeconds(1));
                            cancelAfter(tasks, after);
                            return "value";
                        },
                        () -> sleep(ofDays(1), "late")));
                tasks.add(task);
                Throwable thrown = catchThrowable(task::await);
                // until its last step the request is met; after it, the race is over and there is none to meet it
                if (thrown != null) {
                    assertThat(thrown).isInstanceOf(CancelledError.class);
                    assertThat(task.cancelling()).isEqualTo(1);
                } else {
                    assertThat(task.result()).isEqualTo("value");
                    assertThat(task.cancelling()).isZero();
                }
                seen.add(thrown == null);
            });
        }
        assertThat(seen).startsWith(false).isSortedAccordingTo((a, b) -> Boolean.compare((Boolean) a, (Boolean) b));
    }

    private static void cancelAfter(List<Task<?>> tasks, int turns) {
        getRunningLoop().callSoon(() -> {
            if (turns == 0) {
                tasks.getFirst().cancel();
            } else {
                cancelAfter(tasks, turns - 1);
            }
        });
    }

    @LazyAndEager
    void timeoutAroundEndsTheRace(Mode mode) throws Exception {
        mode.run(() -> {
            assertThatThrownBy(() -> timeout(ofSeconds(1), limit -> race(() -> cleaningUp("a"), () -> cleaningUp("b"))))
                    .isInstanceOf(TimeoutException.class);
            assertThat(currentTask().cancelling()).isZero();
        });
        assertThat(seen).containsExactly("a cleaned up", "b cleaned up");
    }

    @LazyAndEager
    void timeoutInTheTurnOfTheWinEndsInTheTimeout(Mode mode) throws Exception {
        mode.run(() -> {
            assertThatThrownBy(() -> timeout(
                            ofSeconds(1), limit -> race(() -> sleep(ofSeconds(1), "value"), () -> cleaningUp("b"))))
                    .isInstanceOf(TimeoutException.class);
            assertThat(currentTask().cancelling()).isZero();
        });
        assertThat(seen).containsExactly("b cleaned up");
    }

    @LazyAndEager
    void racesNest(Mode mode) throws Exception {
        mode.run(() -> {
            seen.add(race(
                    () -> race(() -> sleep(ofSeconds(3), "inner"), () -> cleaningUp("inner loser")),
                    () -> sleep(ofSeconds(2), "outer")));
            assertThat(currentTask().cancelling()).isZero();
            assertThat(allTasks()).containsExactly(currentTask());
        });
        assertThat(seen).containsExactly("inner loser cleaned up", "outer");
    }

    @LazyAndEager
    void groupAroundThatFailsEndsTheRace(Mode mode) throws Exception {
        mode.run(() -> {
            assertThatThrownBy(() -> taskGroup(group -> {
                        group.createTask(() -> failAfter(ofSeconds(1), "disk"));
                        race(() -> cleaningUp("a"), () -> cleaningUp("b"));
                    }))
                    .isInstanceOf(ExceptionGroup.class);
            assertThat(currentTask().cancelling()).isZero();
        });
        assertThat(seen).containsExactly("a cleaned up", "b cleaned up");
    }

    @LazyAndEager
    void raceInATaskThatWasCancelledBeforeIsWon(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> task = createTask(() -> {
                try {
                    sleep(ofDays(1));
                } catch (CancelledError swallowed) {
                    seen.add(race(() -> cleaningUp("a"), () -> sleep(ofSeconds(1), "b")));
                    sleep(ofSeconds(1));
                    seen.add(currentTask().cancelling());
                }
            });
            sleep(ZERO);
            task.cancel();
            task.await();
        });
        assertThat(seen).containsExactly("a cleaned up", "b", 1);
    }

    @LazyAndEager
    void callbackCannotRace(Mode mode) throws Exception {
        mode.run(() -> {
            getRunningLoop().callSoon(() -> seen.add(catchThrowable(() -> race(() -> "value"))));
            sleep(ofSeconds(1));
        });
        assertThat(seen).singleElement().isInstanceOf(IllegalStateException.class);
    }
}
