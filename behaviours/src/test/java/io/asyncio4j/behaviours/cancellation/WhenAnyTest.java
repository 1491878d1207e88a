package io.asyncio4j.behaviours.cancellation;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.currentTask;
import static io.asyncio4j.Asyncio.getRunningLoop;
import static io.asyncio4j.Asyncio.sleep;
import static io.asyncio4j.cancellation.CancellationTokens.whenAny;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.asyncio4j.CancelledError;
import io.asyncio4j.ChildCancelledError;
import io.asyncio4j.Future;
import io.asyncio4j.Task;
import io.asyncio4j.cancellation.CancellationToken;
import io.asyncio4j.cancellation.CancellationTokenSource;
import io.asyncio4j.cancellation.Winner;
import io.asyncio4j.testkit.LazyAndEager;
import io.asyncio4j.testkit.Mode;
import io.asyncio4j.testkit.VirtualTime;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

@VirtualTime
class WhenAnyTest {
    private final CancellationTokenSource source = new CancellationTokenSource();
    private final CancellationToken token = source.token();

    private static <T> Task<T> after(int seconds, T value) {
        return createTask(() -> sleep(ofSeconds(seconds), value));
    }

    private static Duration now() {
        return Duration.ofNanos(getRunningLoop().time());
    }

    @LazyAndEager
    void firstWinsAndTheOthersRunOn(Mode mode) throws Exception {
        mode.run(() -> {
            Task<String> slow = after(3, "slow");
            Task<String> fast = after(1, "fast");
            Winner<String> winner = whenAny(token, slow, fast);
            assertThat(winner).isEqualTo(new Winner<>("fast", 1, fast));
            assertThat(now()).isEqualTo(ofSeconds(1));
            assertThat(slow.await()).isEqualTo("slow");
        });
    }

    @LazyAndEager
    void takesACollectionOfDifferentResults(Mode mode) throws Exception {
        mode.run(() -> {
            List<Future<? extends Number>> futures = List.of(after(2, 1), after(1, 2.5));
            Winner<Number> winner = whenAny(token, futures);
            assertThat(winner.value()).isEqualTo(2.5);
            assertThat(winner.index()).isEqualTo(1);
        });
    }

    @LazyAndEager
    void ofThoseThatAreDoneTheFirstGivenWins(Mode mode) throws Exception {
        mode.run(() -> {
            Task<String> late = after(2, "late");
            Task<String> early = after(1, "early");
            sleep(ofSeconds(3));
            assertThat(whenAny(token, after(1, "pending"), late, early).index()).isEqualTo(1);
        });
    }

    @LazyAndEager
    void ofThoseThatEndInTheSameTurnTheFirstToEndWins(Mode mode) throws Exception {
        mode.run(() -> {
            Future<String> first = getRunningLoop().createFuture();
            Future<String> second = getRunningLoop().createFuture();
            getRunningLoop().callSoon(() -> {
                second.setResult("second");
                first.setResult("first");
            });
            assertThat(whenAny(token, first, second).value()).isEqualTo("second");
        });
    }

    @LazyAndEager
    void futureGivenTwiceHasItsFirstPlace(Mode mode) throws Exception {
        mode.run(() -> {
            Task<String> twice = after(1, "twice");
            assertThat(whenAny(token, after(2, "other"), twice, twice).index()).isEqualTo(1);
        });
    }

    @LazyAndEager
    void failureThatIsFirstCounts(Mode mode) throws Exception {
        IOException failure = new IOException("disk");
        mode.run(() -> {
            Task<String> failing = createTask(() -> {
                sleep(ofSeconds(1));
                throw failure;
            });
            assertThatThrownBy(() -> whenAny(token, after(2, "late"), failing)).isSameAs(failure);
            assertThat(now()).isEqualTo(ofSeconds(1));
        });
    }

    @LazyAndEager
    void failureThatIsLaterDoesNot(Mode mode) throws Exception {
        IOException failure = new IOException("disk");
        mode.run(() -> {
            Task<String> failing = createTask(() -> {
                sleep(ofSeconds(2));
                throw failure;
            });
            assertThat(whenAny(token, after(1, "first"), failing).value()).isEqualTo("first");
            assertThatThrownBy(failing::await).isSameAs(failure);
        });
    }

    @LazyAndEager
    void cancelledParticipantThatIsFirstCounts(Mode mode) throws Exception {
        mode.run(() -> {
            Task<String> cancelled = after(5, "never");
            getRunningLoop().callLater(ofSeconds(1), cancelled::cancel);
            ChildCancelledError error =
                    catchThrowableOfType(ChildCancelledError.class, () -> whenAny(token, after(2, "late"), cancelled));
            assertThat(error.future()).isSameAs(cancelled);
        });
    }

    @LazyAndEager
    void cancelledTokenEndsItAndLeavesTheOthersRunning(Mode mode) throws Exception {
        mode.run(() -> {
            getRunningLoop().callLater(ofSeconds(1), () -> source.cancel("enough"));
            Task<String> task = after(5, "runs on");
            CancelledError error = catchThrowableOfType(CancelledError.class, () -> whenAny(token, task));
            assertThat(error).hasMessage("enough");
            assertThat(CancellationToken.of(error)).isSameAs(token);
            assertThat(currentTask().cancelling()).isZero();
            assertThat(task.await()).isEqualTo("runs on");
        });
    }

    @LazyAndEager
    void ofEndAndCancellationWhatComesFirstCounts(Mode mode) throws Exception {
        mode.run(() -> {
            Future<String> future = getRunningLoop().createFuture();
            getRunningLoop().callSoon(() -> {
                source.cancel("first");
                future.setResult("second");
            });
            assertThatThrownBy(() -> whenAny(token, future))
                    .isInstanceOf(CancelledError.class)
                    .hasMessage("first");
            assertThat(future.await()).isEqualTo("second");
        });
    }

    @LazyAndEager
    void afterTheCancellationItDoesNotWait(Mode mode) throws Exception {
        source.cancel();
        mode.run(() -> {
            Task<String> task = after(5, "slow");
            assertThatThrownBy(() -> whenAny(token, task)).isInstanceOf(CancelledError.class);
            assertThat(task.done()).isFalse();
        });
    }

    @LazyAndEager
    void cancellationOfTheCallerEndsTheWaitAlone(Mode mode) throws Exception {
        mode.run(() -> {
            Task<String> participant = after(5, "runs on");
            Task<?> waiter = createTask(() -> whenAny(token, participant));
            sleep(ofSeconds(1));
            waiter.cancel("by hand");
            assertThatThrownBy(waiter::await).isInstanceOf(CancelledError.class).hasMessage("by hand");
            assertThat(participant.await()).isEqualTo("runs on");
        });
    }

    @LazyAndEager
    void ofNothingThereIsNoFirst(Mode mode) throws Exception {
        mode.run(() -> assertThatIllegalArgumentException()
                .isThrownBy(() -> whenAny(token))
                .withMessageContaining("at least one future"));
    }
}
