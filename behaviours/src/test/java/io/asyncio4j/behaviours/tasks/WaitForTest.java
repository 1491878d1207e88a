package io.asyncio4j.behaviours.tasks;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.currentTask;
import static io.asyncio4j.Asyncio.getRunningLoop;
import static io.asyncio4j.Asyncio.run;
import static io.asyncio4j.Asyncio.sleep;
import static io.asyncio4j.Asyncio.waitFor;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asyncio4j.Awaitable;
import io.asyncio4j.CancelledError;
import io.asyncio4j.Future;
import io.asyncio4j.Task;
import io.asyncio4j.testkit.LazyAndEager;
import io.asyncio4j.testkit.Mode;
import io.asyncio4j.testkit.VirtualTime;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

@VirtualTime(detectDeadlock = true)
class WaitForTest {
    private final List<Object> seen = new ArrayList<>();

    @LazyAndEager
    void resultInTimeIsReturned(Mode mode) throws Exception {
        mode.run(() -> assertThat(waitFor(() -> sleep(ofSeconds(1), "done"), ofSeconds(2)))
                .isEqualTo("done"));
    }

    @LazyAndEager
    void withoutLimitItWaitsAsLongAsItTakes(Mode mode) throws Exception {
        mode.run(() ->
                assertThat(waitFor(() -> sleep(ofDays(1000), "done"), null)).isEqualTo("done"));
    }

    @Test
    void coroutineRunsInTheCallingTask() throws Exception {
        run(() ->
                assertThat((Object) waitFor(() -> currentTask(), ofSeconds(1))).isSameAs(currentTask()));
    }

    @LazyAndEager
    void lateAwaitableIsATimeoutCausedByItsCancellation(Mode mode) throws Exception {
        mode.run(() -> assertThatThrownBy(() -> waitFor(() -> sleep(ofSeconds(2)), ofSeconds(1)))
                .isExactlyInstanceOf(TimeoutException.class)
                .hasCauseInstanceOf(CancelledError.class));
    }

    @LazyAndEager
    void lateTaskIsCancelledAndWaitedFor(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> task = createTask(() -> {
                try {
                    sleep(ofDays(1));
                } finally {
                    sleep(ofSeconds(5));
                    seen.add("cleaned up");
                }
            });
            assertThatThrownBy(() -> waitFor(task, ofSeconds(1))).isInstanceOf(TimeoutException.class);
            assertThat(task.cancelled()).isTrue();
        });
        assertThat(seen).containsExactly("cleaned up");
    }

    @LazyAndEager
    void resultOfATaskThatIgnoresTheTimeoutIsReturned(Mode mode) throws Exception {
        mode.run(() -> {
            Task<String> task = createTask(() -> {
                try {
                    sleep(ofDays(1));
                } catch (CancelledError ignored) {
                    return "all the same";
                }
                return "not reached";
            });
            assertThat(waitFor(task, ofSeconds(1))).isEqualTo("all the same");
        });
    }

    @LazyAndEager
    void failurePassesAsTheObjectItIs(Mode mode) throws Exception {
        IOException failure = new IOException("disk");
        mode.run(() -> assertThatThrownBy(() -> waitFor(
                        () -> {
                            throw failure;
                        },
                        ofSeconds(1)))
                .isSameAs(failure));
    }

    @LazyAndEager
    void timeoutExceptionOfTheAwaitableIsItsOwn(Mode mode) throws Exception {
        TimeoutException own = new TimeoutException("mine");
        mode.run(() -> assertThatThrownBy(() -> waitFor(
                        () -> {
                            throw own;
                        },
                        ofSeconds(1)))
                .isSameAs(own));
    }

    @LazyAndEager
    void cancelledCallerCancelsTheAwaitable(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> child = createTask(() -> sleep(ofDays(1)));
            Task<?> caller = createTask(() -> waitFor(child, ofDays(2)));
            sleep(ZERO);
            caller.cancel();
            assertThatThrownBy(caller::await).isInstanceOf(CancelledError.class);
            assertThat(child.cancelled()).isTrue();
        });
    }

    @Test
    void withoutTimeACoroutineNeverStarts() throws Exception {
        run(() -> assertThatThrownBy(() -> waitFor(() -> seen.add("started"), ZERO))
                .isInstanceOf(TimeoutException.class)
                .hasCauseInstanceOf(CancelledError.class));
        assertThat(seen).isEmpty();
    }

    @Test
    void withNegativeTimeACoroutineNeverStarts() throws Exception {
        run(() -> assertThatThrownBy(() -> waitFor(() -> seen.add("started"), ofSeconds(-1)))
                .isInstanceOf(TimeoutException.class));
        assertThat(seen).isEmpty();
    }

    @Test
    void withoutTimeTheResultOfADoneFutureIsReturned() throws Exception {
        run(() -> {
            Future<Integer> future = getRunningLoop().createFuture();
            future.setResult(7);
            assertThat(waitFor(future, ZERO)).isEqualTo(7);
        });
    }

    @Test
    void withoutTimeAPendingFutureIsCancelled() throws Exception {
        run(() -> {
            Future<Integer> future = getRunningLoop().createFuture();
            assertThatThrownBy(() -> waitFor(future, ZERO)).isInstanceOf(TimeoutException.class);
            assertThat(future.cancelled()).isTrue();
        });
    }

    @Test
    void withoutTimeTheResultOfATaskThatIgnoresItIsReturned() throws Exception {
        run(() -> {
            Task<String> task = createTask(() -> {
                try {
                    sleep(ofDays(1));
                } catch (CancelledError ignored) {
                    // and so it has a result
                }
                return "all the same";
            });
            sleep(ZERO);
            assertThat(waitFor(task, ZERO)).isEqualTo("all the same");
        });
    }

    @Test
    void callerCancelledWhileItWaitsForTheEndIsCancelled() throws Exception {
        run(() -> {
            Task<?> stubborn = createTask(() -> {
                try {
                    sleep(ofDays(1));
                } finally {
                    sleep(ofSeconds(5));
                }
            });
            sleep(ZERO);
            Task<?> caller = createTask(() -> waitFor(stubborn, ZERO));
            sleep(ofSeconds(1));
            caller.cancel("no longer needed");
            assertThatThrownBy(caller::await).isInstanceOf(CancelledError.class).hasMessage("no longer needed");
        });
    }

    @Test
    void nullIsRefused() throws Exception {
        run(() -> assertThatThrownBy(() -> waitFor((Awaitable<?>) null, ofSeconds(1)))
                .isInstanceOf(NullPointerException.class));
    }

    @Test
    void timeBeyondTheClockIsRefusedBeforeAnythingRuns() throws Exception {
        run(() -> assertThatThrownBy(() -> waitFor(() -> seen.add("started"), Duration.ofSeconds(Long.MAX_VALUE)))
                .isInstanceOf(IllegalArgumentException.class));
        assertThat(seen).isEmpty();
    }

    @Test
    void deadlineBeyondTheClockIsRefused() throws Exception {
        run(() -> {
            sleep(ofDays(1));
            assertThatThrownBy(() -> waitFor(() -> seen.add("started"), Duration.ofNanos(Long.MAX_VALUE)))
                    .isInstanceOf(IllegalArgumentException.class);
        });
        assertThat(seen).isEmpty();
    }

    @Test
    void negativeTimeBeyondTheClockIsNegativeTime() throws Exception {
        run(() -> assertThatThrownBy(() -> waitFor(() -> seen.add("started"), Duration.ofSeconds(Long.MIN_VALUE)))
                .isInstanceOf(TimeoutException.class));
    }

    @Test
    void callbackCannotCallIt() throws Exception {
        run(() -> {
            getRunningLoop().callSoon(() -> {
                try {
                    waitFor(() -> 1, ofSeconds(1));
                } catch (Exception exception) {
                    seen.add(exception);
                }
            });
            sleep(ZERO);
        });
        assertThat(seen).singleElement().isInstanceOf(IllegalStateException.class);
    }
}
