package io.asyncio4j.behaviours.scopes;

import static io.asyncio4j.Asyncio.allTasks;
import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.currentTask;
import static io.asyncio4j.Asyncio.firstCompleted;
import static io.asyncio4j.Asyncio.getRunningLoop;
import static io.asyncio4j.Asyncio.sleep;
import static io.asyncio4j.Asyncio.timeout;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asyncio4j.CancelledError;
import io.asyncio4j.ChildCancelledError;
import io.asyncio4j.Coroutine;
import io.asyncio4j.Task;
import io.asyncio4j.testkit.LazyAndEager;
import io.asyncio4j.testkit.Mode;
import io.asyncio4j.testkit.VirtualTime;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;

@VirtualTime(detectDeadlock = true)
class FirstCompletedTest {
    private final IOException failure = new IOException("disk");
    private final List<Object> seen = new ArrayList<>();

    private String fail() throws IOException {
        sleep(ofSeconds(1));
        throw failure;
    }

    private String cleaningUp() {
        try {
            return sleep(ofDays(1), "never");
        } finally {
            sleep(ofSeconds(1));
            seen.add("cleaned up");
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
    void firstResultIsReturned(Mode mode) throws Exception {
        mode.run(() -> {
            seen.add(firstCompleted(this::cleaningUp, () -> sleep(ofSeconds(1), "value")));
            assertThat(allTasks()).containsExactly(currentTask());
            assertThat(currentTask().cancelling()).isZero();
        });
        assertThat(seen).containsExactly("cleaned up", "value");
    }

    @LazyAndEager
    void firstFailureIsThrownTheVeryObject(Mode mode) throws Exception {
        mode.run(() -> {
            assertThatThrownBy(() -> firstCompleted(this::cleaningUp, this::fail))
                    .isSameAs(failure);
            assertThat(allTasks()).containsExactly(currentTask());
            assertThat(currentTask().cancelling()).isZero();
        });
        assertThat(seen).containsExactly("cleaned up");
    }

    @LazyAndEager
    void laterFailuresAreSuppressedInTheFirst(Mode mode) throws Exception {
        mode.run(() -> {
            hearFailures();
            assertThatThrownBy(() -> firstCompleted(FirstCompletedTest::failingInItsCleanup, this::fail))
                    .isSameAs(failure);
        });
        assertThat(failure.getSuppressed()).extracting(Throwable::getMessage).containsExactly("no cleanup");
        assertThat(seen).isEmpty();
    }

    @LazyAndEager
    void sameFailureOfTwoIsThrownOnce(Mode mode) throws Exception {
        mode.run(() ->
                assertThatThrownBy(() -> firstCompleted(this::fail, this::fail)).isSameAs(failure));
        assertThat(failure.getSuppressed()).isEmpty();
    }

    @LazyAndEager
    void failureAfterAResultIsReported(Mode mode) throws Exception {
        mode.run(() -> {
            hearFailures();
            seen.add(firstCompleted(FirstCompletedTest::failingInItsCleanup, () -> sleep(ofSeconds(1), "value")));
        });
        assertThat(seen).containsExactly("no cleanup", "value");
    }

    @LazyAndEager
    void coroutineThatIsCancelledByItselfCounts(Mode mode) throws Exception {
        mode.run(() -> {
            assertThatThrownBy(() -> firstCompleted(
                            () -> {
                                sleep(ofSeconds(1));
                                currentTask().cancel("by itself");
                                return sleep(ZERO, "never");
                            },
                            this::cleaningUp))
                    .isInstanceOf(ChildCancelledError.class)
                    .hasMessage("by itself");
            assertThat(currentTask().cancelling()).isZero();
        });
        assertThat(seen).containsExactly("cleaned up");
    }

    @LazyAndEager
    void cancellationFromOutsideGoesOnWhenAllHaveEnded(Mode mode) throws Exception {
        mode.run(() -> {
            hearFailures();
            Task<?> task = createTask(() -> firstCompleted(this::cleaningUp, FirstCompletedTest::failingInItsCleanup));
            sleep(ofSeconds(1));
            task.cancel("enough");
            assertThatThrownBy(task::await).isInstanceOf(CancelledError.class).hasMessage("enough");
            assertThat(task.cancelling()).isEqualTo(1);
        });
        assertThat(seen).containsExactly("cleaned up", "no cleanup");
    }

    @LazyAndEager
    void cancellationAfterTheFirstFailureGoesOnWithThatSuppressed(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> task = createTask(() -> {
                try {
                    firstCompleted(this::cleaningUp, this::fail);
                } catch (CancelledError error) {
                    seen.add(error.getSuppressed()[0]);
                    throw error;
                }
            });
            sleep(ofSeconds(1).plusMillis(500));
            task.cancel();
            assertThatThrownBy(task::await).isInstanceOf(CancelledError.class);
            assertThat(task.cancelling()).isEqualTo(1);
        });
        assertThat(seen).containsExactly("cleaned up", failure);
    }

    @LazyAndEager
    void timeoutWhileTheOthersEndIsATimeout(Mode mode) throws Exception {
        mode.run(() -> {
            assertThatThrownBy(() -> timeout(
                            ofSeconds(1).plusMillis(500),
                            limit -> firstCompleted(this::cleaningUp, () -> sleep(ofSeconds(1), "value"))))
                    .isInstanceOf(TimeoutException.class);
            assertThat(currentTask().cancelling()).isZero();
        });
        assertThat(seen).containsExactly("cleaned up");
    }

    @LazyAndEager
    void noCoroutineIsRefused(Mode mode) throws Exception {
        List<Coroutine<String>> none = List.of();
        mode.run(() -> assertThatThrownBy(() -> firstCompleted(none)).isInstanceOf(IllegalArgumentException.class));
    }

    @LazyAndEager
    void coroutinesThatReturnNothingCompleteToo(Mode mode) throws Exception {
        mode.run(() -> firstCompleted(
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
}
