package io.asyncio4j.behaviours.tasks;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.getRunningLoop;
import static io.asyncio4j.Asyncio.run;
import static io.asyncio4j.Asyncio.sleep;
import static io.asyncio4j.ReturnWhen.ALL_COMPLETED;
import static io.asyncio4j.ReturnWhen.FIRST_COMPLETED;
import static io.asyncio4j.ReturnWhen.FIRST_EXCEPTION;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asyncio4j.Asyncio;
import io.asyncio4j.CancelledError;
import io.asyncio4j.Future;
import io.asyncio4j.ReturnWhen;
import io.asyncio4j.Task;
import io.asyncio4j.Wait;
import io.asyncio4j.testkit.LazyAndEager;
import io.asyncio4j.testkit.Mode;
import io.asyncio4j.testkit.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

@VirtualTime(detectDeadlock = true)
class WaitTest {
    private static Task<Integer> sleeper(int seconds) {
        return createTask(() -> sleep(ofSeconds(seconds), seconds));
    }

    private static Task<Integer> failing(int seconds) {
        return createTask(() -> {
            sleep(ofSeconds(seconds));
            throw new IllegalStateException("boom");
        });
    }

    @LazyAndEager
    void withoutConditionItWaitsForAll(Mode mode) throws Exception {
        mode.run(() -> {
            Task<Integer> slow = sleeper(2);
            Task<Integer> fast = sleeper(1);
            Wait<Task<Integer>> wait = Asyncio.wait(List.of(slow, fast));
            assertThat(wait.done()).containsExactly(slow, fast);
            assertThat(wait.pending()).isEmpty();
        });
    }

    @LazyAndEager
    void allCompletedWaitsForAllAlsoAfterAFailure(Mode mode) throws Exception {
        mode.run(() -> {
            Task<Integer> fails = failing(1);
            Task<Integer> slow = sleeper(2);
            assertThat(Asyncio.wait(List.of(fails, slow), ALL_COMPLETED).done()).containsExactly(fails, slow);
            fails.exception();
        });
    }

    @LazyAndEager
    void firstCompletedReturnsWithTheFirstResult(Mode mode) throws Exception {
        mode.run(() -> {
            Task<Integer> slow = sleeper(2);
            Task<Integer> fast = sleeper(1);
            Wait<Task<Integer>> wait = Asyncio.wait(List.of(slow, fast), FIRST_COMPLETED);
            assertThat(wait.done()).containsExactly(fast);
            assertThat(wait.pending()).containsExactly(slow);
        });
    }

    @LazyAndEager
    void firstCompletedReturnsWithACancelledFutureToo(Mode mode) throws Exception {
        mode.run(() -> {
            Task<Integer> cancelled = sleeper(2);
            Task<Integer> slow = sleeper(2);
            cancelled.cancel();
            assertThat(Asyncio.wait(List.of(cancelled, slow), FIRST_COMPLETED).done())
                    .containsExactly(cancelled);
        });
    }

    @LazyAndEager
    void firstExceptionReturnsWithTheFirstFailure(Mode mode) throws Exception {
        mode.run(() -> {
            Task<Integer> fast = sleeper(1);
            Task<Integer> fails = failing(2);
            Task<Integer> slow = sleeper(3);
            Wait<Task<Integer>> wait = Asyncio.wait(List.of(slow, fails, fast), FIRST_EXCEPTION);
            assertThat(wait.done()).containsExactly(fails, fast);
            assertThat(wait.pending()).containsExactly(slow);
            fails.exception();
        });
    }

    @LazyAndEager
    void firstExceptionWithoutFailureWaitsForAll(Mode mode) throws Exception {
        mode.run(() -> {
            List<Task<Integer>> tasks = List.of(sleeper(1), sleeper(2));
            assertThat(Asyncio.wait(tasks, FIRST_EXCEPTION).pending()).isEmpty();
        });
    }

    @LazyAndEager
    void cancelledFutureIsNoFailure(Mode mode) throws Exception {
        mode.run(() -> {
            Task<Integer> cancelled = sleeper(2);
            Task<Integer> slow = sleeper(2);
            cancelled.cancel();
            assertThat(Asyncio.wait(List.of(cancelled, slow), FIRST_EXCEPTION).done())
                    .containsExactly(cancelled, slow);
        });
    }

    @LazyAndEager
    void endOfTheTimeCancelsNothing(Mode mode) throws Exception {
        mode.run(() -> {
            Task<Integer> fast = sleeper(1);
            Task<Integer> slow = sleeper(3);
            Wait<Task<Integer>> wait = Asyncio.wait(List.of(fast, slow), ofSeconds(2));
            assertThat(wait.done()).containsExactly(fast);
            assertThat(wait.pending()).containsExactly(slow);
            assertThat(slow.await()).isEqualTo(3);
        });
    }

    @LazyAndEager
    void timeAndConditionGoTogether(Mode mode) throws Exception {
        mode.run(() -> {
            List<Task<Integer>> tasks = List.of(sleeper(2), sleeper(3));
            assertThat(Asyncio.wait(tasks, ofSeconds(1), FIRST_COMPLETED).done())
                    .isEmpty();
            assertThat(Asyncio.wait(tasks, null, FIRST_COMPLETED).done()).containsExactly(tasks.getFirst());
        });
    }

    @LazyAndEager
    void endOfTheTimeIsNoException(Mode mode) throws Exception {
        mode.run(() ->
                assertThat(Asyncio.wait(List.of(sleeper(1)), ZERO).done()).isEmpty());
    }

    @LazyAndEager
    void futuresThatAreDoneAlreadyAreReturned(Mode mode) throws Exception {
        mode.run(() -> {
            Task<Integer> done = sleeper(0);
            done.await();
            assertThat(Asyncio.wait(List.of(done)).done()).containsExactly(done);
        });
    }

    @LazyAndEager
    void sameFutureTwiceCountsOnce(Mode mode) throws Exception {
        mode.run(() -> {
            Task<Integer> task = sleeper(1);
            assertThat(Asyncio.wait(List.of(task, task)).done()).containsExactly(task);
        });
    }

    @LazyAndEager
    void cancelledCallerLeavesTheFuturesAlone(Mode mode) throws Exception {
        mode.run(() -> {
            Task<Integer> task = sleeper(2);
            Task<?> caller = createTask(() -> Asyncio.wait(List.of(task), ofDays(1)));
            sleep(ofSeconds(1));
            caller.cancel();
            assertThatThrownBy(caller::await).isInstanceOf(CancelledError.class);
            assertThat(task.await()).isEqualTo(2);
        });
    }

    @Test
    void bothSetsAreUnmodifiable() throws Exception {
        run(() -> {
            Task<Integer> task = sleeper(0);
            Wait<Task<Integer>> wait = Asyncio.wait(List.of(task));
            assertThatThrownBy(() -> wait.done().clear()).isInstanceOf(UnsupportedOperationException.class);
            assertThatThrownBy(() -> wait.pending().add(task)).isInstanceOf(UnsupportedOperationException.class);
        });
    }

    @Test
    void nothingToWaitForIsRefused() throws Exception {
        run(() -> assertThatThrownBy(() -> Asyncio.wait(List.<Future<?>>of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("empty"));
    }

    @Test
    void nullAmongTheFuturesIsRefused() throws Exception {
        run(() -> assertThatThrownBy(() -> Asyncio.wait(Arrays.asList(sleeper(1), null)))
                .isInstanceOf(NullPointerException.class));
    }

    @Test
    void nullConditionIsRefused() throws Exception {
        run(() -> assertThatThrownBy(() -> Asyncio.wait(List.of(sleeper(1)), (ReturnWhen) null))
                .isInstanceOf(NullPointerException.class));
    }

    @Test
    void timeBeyondTheClockIsRefused() throws Exception {
        run(() -> assertThatThrownBy(() -> Asyncio.wait(List.of(sleeper(1)), Duration.ofSeconds(Long.MAX_VALUE)))
                .isInstanceOf(IllegalArgumentException.class));
    }

    @Test
    void callbackCannotCallIt() throws Exception {
        List<Throwable> thrown = new ArrayList<>();
        run(() -> {
            Task<Integer> task = sleeper(1);
            getRunningLoop().callSoon(() -> {
                try {
                    Asyncio.wait(List.of(task));
                } catch (IllegalStateException exception) {
                    thrown.add(exception);
                }
            });
            task.await();
        });
        assertThat(thrown).singleElement().asString().contains("callback");
    }
}
