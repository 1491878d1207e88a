package io.asyncio4j.behaviours.cancellation;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.currentTask;
import static io.asyncio4j.Asyncio.getRunningLoop;
import static io.asyncio4j.Asyncio.sleep;
import static io.asyncio4j.Asyncio.toThread;
import static io.asyncio4j.cancellation.CancellationTokens.createTask;
import static io.asyncio4j.cancellation.CancellationTokens.whenAll;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.asyncio4j.CancelledError;
import io.asyncio4j.ChildCancelledError;
import io.asyncio4j.EventLoop;
import io.asyncio4j.Future;
import io.asyncio4j.Task;
import io.asyncio4j.cancellation.CancellationToken;
import io.asyncio4j.cancellation.CancellationTokenSource;
import io.asyncio4j.testkit.LazyAndEager;
import io.asyncio4j.testkit.Mode;
import io.asyncio4j.testkit.VirtualTime;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

@VirtualTime
class WhenAllTest {
    private final List<Object> seen = new ArrayList<>();
    private final CancellationTokenSource source = new CancellationTokenSource();
    private final CancellationToken token = source.token();

    private static <T> Task<T> after(int seconds, T value) {
        return createTask(() -> sleep(ofSeconds(seconds), value));
    }

    private static Task<String> failingAfter(int seconds, IOException failure) {
        return createTask(() -> {
            sleep(ofSeconds(seconds));
            throw failure;
        });
    }

    private static Duration now() {
        return Duration.ofNanos(getRunningLoop().time());
    }

    private void cancelIn(int seconds) {
        getRunningLoop().callLater(ofSeconds(seconds), () -> source.cancel("enough"));
    }

    @LazyAndEager
    void resultsAreInTheOrderGiven(Mode mode) throws Exception {
        mode.run(() -> {
            List<Integer> results = whenAll(token, after(3, 1), after(1, 2), after(2, 3));
            assertThat(results).containsExactly(1, 2, 3);
            assertThat(now()).isEqualTo(ofSeconds(3));
        });
    }

    @LazyAndEager
    void takesACollection(Mode mode) throws Exception {
        mode.run(() -> {
            List<Future<? extends Number>> futures = List.of(after(1, 1), after(1, 2.5));
            List<Number> results = whenAll(token, futures);
            assertThat(results).containsExactly(1, 2.5);
        });
    }

    @LazyAndEager
    void ofNothingTheResultIsEmpty(Mode mode) throws Exception {
        mode.run(() -> assertThat(whenAll(token)).isEmpty());
    }

    @LazyAndEager
    void resultMayBeNull(Mode mode) throws Exception {
        mode.run(() -> assertThat(whenAll(token, createTask(() -> {}))).containsExactly((Void) null));
    }

    @LazyAndEager
    void futureGivenTwiceIsInTheResultTwice(Mode mode) throws Exception {
        mode.run(() -> {
            Task<String> task = after(1, "twice");
            assertThat(whenAll(token, task, task)).containsExactly("twice", "twice");
        });
    }

    @LazyAndEager
    void futuresThatAreDoneCostNoTurn(Mode mode) throws Exception {
        mode.run(() -> {
            Task<Integer> first = after(1, 1);
            Task<Integer> second = after(1, 2);
            sleep(ofSeconds(2));
            getRunningLoop().callSoon(() -> seen.add("a turn"));
            assertThat(whenAll(token, first, second)).containsExactly(1, 2);
            assertThat(seen).isEmpty();
        });
    }

    @LazyAndEager
    void firstFailureEndsItAtOnce(Mode mode) throws Exception {
        IOException failure = new IOException("disk");
        mode.run(() -> {
            Task<String> slow = after(5, "slow");
            assertThatThrownBy(() -> whenAll(token, slow, failingAfter(1, failure)))
                    .isSameAs(failure);
            assertThat(now()).isEqualTo(ofSeconds(1));
            assertThat(slow.await()).isEqualTo("slow");
        });
    }

    @LazyAndEager
    void failureFromBeforeIsThrownAtOnce(Mode mode) throws Exception {
        IOException failure = new IOException("disk");
        mode.run(() -> {
            Task<String> failed = failingAfter(1, failure);
            sleep(ofSeconds(2));
            assertThatThrownBy(() -> whenAll(token, after(5, "slow"), failed)).isSameAs(failure);
            assertThat(now()).isEqualTo(ofSeconds(2));
        });
    }

    @LazyAndEager
    void cancelledParticipantEndsItAtOnce(Mode mode) throws Exception {
        mode.run(() -> {
            Task<String> slow = after(5, "slow");
            Task<String> cancelled = after(5, "never");
            getRunningLoop().callLater(ofSeconds(1), () -> cancelled.cancel("by hand"));
            ChildCancelledError error =
                    catchThrowableOfType(ChildCancelledError.class, () -> whenAll(token, slow, cancelled));
            assertThat(error.future()).isSameAs(cancelled);
            assertThat(error).hasMessage("by hand");
            assertThat(now()).isEqualTo(ofSeconds(1));
            assertThat(slow.await()).isEqualTo("slow");
        });
    }

    @LazyAndEager
    void cancelledTokenEndsItAndLeavesTheOthersRunning(Mode mode) throws Exception {
        mode.run(() -> {
            cancelIn(1);
            Task<String> first = after(5, "first");
            Task<String> second = after(6, "second");
            CancelledError error = catchThrowableOfType(CancelledError.class, () -> whenAll(token, first, second));
            assertThat(error).isExactlyInstanceOf(CancelledError.class).hasMessage("enough");
            assertThat(CancellationToken.of(error)).isSameAs(token);
            assertThat(now()).isEqualTo(ofSeconds(1));
            assertThat(currentTask().cancelling()).isZero();
            assertThat(first.await() + second.await()).isEqualTo("firstsecond");
        });
    }

    @LazyAndEager
    void afterTheCancellationItDoesNotWait(Mode mode) throws Exception {
        source.cancel();
        mode.run(() -> {
            Task<String> task = after(5, "slow");
            CancelledError error = catchThrowableOfType(CancelledError.class, () -> whenAll(token, task));
            assertThat(CancellationToken.of(error)).isSameAs(token);
            assertThat(task.done()).isFalse();
        });
    }

    @LazyAndEager
    void resultsThatCameBeforeTheCancellationCount(Mode mode) throws Exception {
        mode.run(() -> {
            Future<String> future = getRunningLoop().createFuture();
            getRunningLoop().callSoon(() -> {
                future.setResult("in time");
                getRunningLoop().callSoon(source::cancel);
            });
            assertThat(whenAll(token, future)).containsExactly("in time");
        });
    }

    @LazyAndEager
    void anotherThreadMayCancelTheToken(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> canceller = createTask(() -> toThread(() -> source.cancel("from elsewhere")));
            Future<String> never = getRunningLoop().createFuture();
            assertThatThrownBy(() -> whenAll(token, never))
                    .isInstanceOf(CancelledError.class)
                    .hasMessage("from elsewhere");
            canceller.await();
        });
    }

    @LazyAndEager
    void cancellationOfTheCallerEndsTheWaitAlone(Mode mode) throws Exception {
        mode.run(() -> {
            Task<String> participant = after(5, "runs on");
            Task<?> waiter = createTask(() -> whenAll(token, participant));
            sleep(ofSeconds(1));
            waiter.cancel("by hand");
            CancelledError error = catchThrowableOfType(CancelledError.class, waiter::await);
            assertThat(error).hasMessage("by hand");
            assertThat(CancellationToken.of(error)).isNull();
            assertThat(participant.await()).isEqualTo("runs on");
        });
    }

    @LazyAndEager
    void failureIsNotTakenForSeenWhenTheCallerIsCancelledInTheSameTurn(Mode mode) throws Exception {
        IOException failure = new IOException("disk");
        EventLoop loop = mode.newEventLoop();
        loop.setExceptionHandler((on, context) -> seen.add(context.exception()));
        loop.runUntilComplete(() -> {
            Future<String> future = loop.createFuture();
            Future<String> never = loop.createFuture();
            Task<?> waiter = createTask(() -> whenAll(token, future, never));
            sleep(ofSeconds(1));
            future.setException(failure);
            loop.callSoon(() -> waiter.cancel());
            assertThatThrownBy(waiter::await).isInstanceOf(CancelledError.class);
        });
        loop.close();
        assertThat(seen).containsExactly(failure);
    }

    @LazyAndEager
    void boundTaskIsCancelledOnceByTheSameToken(Mode mode) throws Exception {
        mode.run(() -> {
            cancelIn(1);
            Future<String> never = getRunningLoop().createFuture();
            Task<?> waiter = createTask(() -> whenAll(token, never), token);
            CancelledError error = catchThrowableOfType(CancelledError.class, waiter::await);
            assertThat(CancellationToken.of(error)).isSameAs(token);
            assertThat(waiter.cancelling()).isEqualTo(1);
        });
    }

    @LazyAndEager
    void afterwardsTheTokenIsForgotten(Mode mode) throws Exception {
        mode.run(() -> {
            assertThat(whenAll(token, after(1, 1))).hasSize(1);
            source.cancel();
            sleep(ofDays(1));
            assertThat(currentTask().cancelling()).isZero();
        });
    }

    @LazyAndEager
    void futureOfAnotherLoopIsRefused(Mode mode) throws Exception {
        EventLoop other = mode.newEventLoop();
        mode.run(() -> assertThatIllegalArgumentException()
                .isThrownBy(() -> whenAll(token, after(1, "own"), other.createFuture()))
                .withMessageContaining("another loop"));
        other.close();
    }

    @LazyAndEager
    void nullIsRefused(Mode mode) throws Exception {
        mode.run(() -> {
            assertThatNullPointerException().isThrownBy(() -> whenAll(token, after(1, "own"), null));
            assertThatNullPointerException().isThrownBy(() -> whenAll(null, after(1, "own")));
        });
    }

    @LazyAndEager
    void needsATask(Mode mode) throws Exception {
        mode.run(() -> {
            Future<Void> called = getRunningLoop().createFuture();
            getRunningLoop().callSoon(() -> {
                assertThatIllegalStateException()
                        .isThrownBy(() -> whenAll(token, called))
                        .withMessageContaining("needs a task");
                called.setResult(null);
            });
            called.await();
        });
    }
}
