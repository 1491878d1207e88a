package io.asyncio4j.behaviours.scopes;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.currentTask;
import static io.asyncio4j.Asyncio.getRunningLoop;
import static io.asyncio4j.Asyncio.shielded;
import static io.asyncio4j.Asyncio.sleep;
import static io.asyncio4j.Asyncio.timeout;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofNanos;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.asyncio4j.CancelScope;
import io.asyncio4j.CancelledError;
import io.asyncio4j.Task;
import io.asyncio4j.testkit.LazyAndEager;
import io.asyncio4j.testkit.Mode;
import io.asyncio4j.testkit.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

@VirtualTime(detectDeadlock = true)
class CancelScopeTest {
    private final List<Object> seen = new ArrayList<>();

    private static CancelScope enterAndCancelIn(Duration delay) {
        CancelScope scope = CancelScope.enter();
        getRunningLoop().callLater(delay, () -> scope.cancel("by the scope", "a reason"));
        return scope;
    }

    private static CancelledError endOfSleep() {
        CancelledError error = catchThrowableOfType(CancelledError.class, () -> sleep(ofDays(1)));
        assertThat(error).isNotNull();
        return error;
    }

    @LazyAndEager
    void cancelEndsTheWaitInTheScope(Mode mode) throws Exception {
        mode.run(() -> {
            CancelScope scope = enterAndCancelIn(ofSeconds(1));
            CancelledError error = endOfSleep();
            assertThat(error).hasMessage("by the scope");
            assertThat(error.reason()).isEqualTo("a reason");
            assertThat(scope.exit()).isTrue();
        });
    }

    @LazyAndEager
    void exitTakesTheRequestBack(Mode mode) throws Exception {
        mode.run(() -> {
            CancelScope scope = enterAndCancelIn(ofSeconds(1));
            endOfSleep();
            assertThat(currentTask().cancelling()).isEqualTo(1);
            scope.exit();
            assertThat(currentTask().cancelling()).isZero();
        });
    }

    @LazyAndEager
    void exitAgainGivesTheSameAnswerAndTakesNothingBack(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> task = createTask(() -> {
                endOfSleep();
                CancelScope scope = enterAndCancelIn(ofSeconds(1));
                endOfSleep();
                assertThat(scope.exit()).isTrue();
                assertThat(scope.exit()).isTrue();
                seen.add(currentTask().cancelling());
            });
            sleep(ofSeconds(1));
            task.cancel();
            task.await();
        });
        assertThat(seen).containsExactly(1);
    }

    @LazyAndEager
    void scopeThatWasNotCancelledIsNotTheCause(Mode mode) throws Exception {
        mode.run(() -> {
            CancelScope scope = CancelScope.enter();
            sleep(ofSeconds(1));
            assertThat(scope.exit()).isFalse();
            assertThat(scope.hasBeenCancelledByOthers()).isFalse();
        });
    }

    @LazyAndEager
    void cancelAfterTheExitDoesNothing(Mode mode) throws Exception {
        mode.run(() -> {
            CancelScope scope = CancelScope.enter();
            scope.exit();
            scope.cancel(null, null);
            assertThat(currentTask().cancelling()).isZero();
            sleep(ZERO);
        });
    }

    @LazyAndEager
    void secondCancelDoesNothing(Mode mode) throws Exception {
        mode.run(() -> {
            CancelScope scope = CancelScope.enter();
            scope.cancel("first", null);
            scope.cancel("second", null);
            assertThat(currentTask().cancelling()).isEqualTo(1);
            assertThat(endOfSleep()).hasMessage("first");
            assertThat(scope.exit()).isTrue();
        });
    }

    @LazyAndEager
    void cancellationOfOthersIsNotTheScopes(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> task = createTask(() -> {
                CancelScope scope = CancelScope.enter();
                Task<?> self = currentTask();
                getRunningLoop().callLater(ofSeconds(1), () -> {
                    scope.cancel(null, null);
                    self.cancel();
                });
                endOfSleep();
                seen.add(scope.exit());
                seen.add(scope.hasBeenCancelledByOthers());
                seen.add(self.cancelling());
            });
            task.await();
        });
        assertThat(seen).containsExactly(false, true, 1);
    }

    @LazyAndEager
    void requestThatIsStillToBeThrownIsOfOthers(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> task = createTask(() -> {
                currentTask().cancel();
                CancelScope scope = CancelScope.enter();
                scope.cancel(null, null);
                endOfSleep();
                seen.add(scope.exit());
                seen.add(scope.hasBeenCancelledByOthers());
            });
            task.await();
        });
        assertThat(seen).containsExactly(false, true);
    }

    @LazyAndEager
    void requestThatNobodyHasNoticedIsForgottenAlsoInACleanup(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> task = createTask(() -> {
                endOfSleep();
                CancelScope scope = CancelScope.enter();
                scope.cancel(null, null);
                seen.add(scope.exit());
                sleep(ofSeconds(1));
                seen.add("cleaned up");
            });
            sleep(ofSeconds(1));
            task.cancel();
            task.await();
        });
        assertThat(seen).containsExactly(true, "cleaned up");
    }

    @LazyAndEager
    void requestOfOthersThatNobodyHasNoticedIsNotForgotten(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> task = createTask(() -> {
                CancelScope scope = CancelScope.enter();
                scope.cancel(null, null);
                currentTask().cancel("others");
                seen.add(scope.exit());
                sleep(ofSeconds(1));
            });
            assertThatThrownBy(task::await).isInstanceOf(CancelledError.class).hasMessage("others");
        });
        assertThat(seen).containsExactly(false);
    }

    @LazyAndEager
    void scopeInASectionIsCancelledAtOnce(Mode mode) throws Exception {
        mode.run(() -> {
            Duration start = ofNanos(getRunningLoop().time());
            shielded(ofSeconds(10), () -> {
                CancelScope scope = enterAndCancelIn(ofSeconds(1));
                endOfSleep();
                assertThat(ofNanos(getRunningLoop().time()).minus(start)).isEqualTo(ofSeconds(1));
                assertThat(scope.exit()).isTrue();
            });
            assertThat(currentTask().cancelling()).isZero();
        });
    }

    @LazyAndEager
    void timeoutInTheScopeTellsItsOwnFromTheScopes(Mode mode) throws Exception {
        mode.run(() -> {
            CancelScope scope = enterAndCancelIn(ofSeconds(3));
            assertThatThrownBy(() -> timeout(ofSeconds(1), t -> sleep(ofDays(1))))
                    .isInstanceOf(TimeoutException.class);
            assertThatThrownBy(() -> timeout(ofSeconds(9), t -> sleep(ofDays(1))))
                    .isInstanceOf(CancelledError.class);
            assertThat(scope.exit()).isTrue();
        });
    }

    @Test
    void callbackCannotEnter() {
        assertThatIllegalStateException().isThrownBy(CancelScope::enter);
    }
}
