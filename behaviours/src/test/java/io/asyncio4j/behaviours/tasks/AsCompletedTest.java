package io.asyncio4j.behaviours.tasks;

import static io.asyncio4j.Asyncio.asCompleted;
import static io.asyncio4j.Asyncio.coroutine;
import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.getRunningLoop;
import static io.asyncio4j.Asyncio.run;
import static io.asyncio4j.Asyncio.sleep;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asyncio4j.AsCompleted;
import io.asyncio4j.Awaitable;
import io.asyncio4j.CancelledError;
import io.asyncio4j.Coroutine;
import io.asyncio4j.Future;
import io.asyncio4j.Task;
import io.asyncio4j.testkit.LazyAndEager;
import io.asyncio4j.testkit.Mode;
import io.asyncio4j.testkit.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

@VirtualTime(detectDeadlock = true)
class AsCompletedTest {
    private final List<Object> seen = new ArrayList<>();

    private static Task<Integer> sleeper(int seconds) {
        return createTask(() -> sleep(ofSeconds(seconds), seconds));
    }

    @LazyAndEager
    void iterationGivesTheVeryFuturesInTheOrderInWhichTheyEnd(Mode mode) throws Exception {
        mode.run(() -> {
            Task<Integer> slow = sleeper(2);
            Task<Integer> fast = sleeper(1);
            for (Future<Integer> future : asCompleted(List.of(slow, fast))) {
                assertThat(future.done()).isTrue();
                seen.add(future);
            }
            assertThat(seen).containsExactly(fast, slow);
        });
    }

    @LazyAndEager
    void coroutinesGiveTheResultsInTheOrderInWhichTheyCome(Mode mode) throws Exception {
        mode.run(() -> {
            for (Coroutine<Integer> next : asCompleted(sleeper(2), sleeper(1)).coroutines()) {
                seen.add(next.await());
            }
        });
        assertThat(seen).containsExactly(1, 2);
    }

    @LazyAndEager
    void coroutinesThatAreGivenBecomeTasks(Mode mode) throws Exception {
        mode.run(() -> {
            for (Future<Integer> future : asCompleted(coroutine(() -> 1), coroutine(() -> 2))) {
                assertThat(future).isInstanceOf(Task.class);
                seen.add(future.result());
            }
        });
        assertThat(seen).containsExactlyInAnyOrder(1, 2);
    }

    @LazyAndEager
    void coroutineThrowsTheFailureOfItsFuture(Mode mode) throws Exception {
        mode.run(() -> {
            Task<Integer> fails = createTask(() -> {
                throw new IllegalStateException("boom");
            });
            Coroutine<Integer> next =
                    asCompleted(List.of(fails)).coroutines().iterator().next();
            assertThatThrownBy(next::await).isSameAs(fails.exception());
        });
    }

    @LazyAndEager
    void failedFutureIsGivenWithoutThrowing(Mode mode) throws Exception {
        mode.run(() -> {
            Task<Integer> fails = createTask(() -> {
                throw new IllegalStateException("boom");
            });
            assertThat(asCompleted(List.of(fails)).next().exception()).hasMessage("boom");
        });
    }

    @LazyAndEager
    void endOfTheTimeIsThrownForEachThatIsLeft(Mode mode) throws Exception {
        mode.run(() -> {
            Task<Integer> fast = sleeper(1);
            AsCompleted<Integer> iteration = asCompleted(List.of(fast, sleeper(3), sleeper(4)), ofSeconds(2));
            assertThat(iteration.next()).isSameAs(fast);
            assertThatThrownBy(iteration::next).isExactlyInstanceOf(TimeoutException.class);
            assertThatThrownBy(iteration::next).isExactlyInstanceOf(TimeoutException.class);
            assertThat(iteration.hasNext()).isFalse();
        });
    }

    @LazyAndEager
    void endOfTheTimeIsThrownByTheCoroutineToo(Mode mode) throws Exception {
        mode.run(() -> {
            Coroutine<Integer> next = asCompleted(List.of(sleeper(3)), ofSeconds(1))
                    .coroutines()
                    .iterator()
                    .next();
            assertThatThrownBy(next::await).isExactlyInstanceOf(TimeoutException.class);
        });
    }

    @LazyAndEager
    void endOfTheTimeCancelsNothing(Mode mode) throws Exception {
        mode.run(() -> {
            Task<Integer> slow = sleeper(3);
            assertThatThrownBy(asCompleted(List.of(slow), ofSeconds(1))::next).isInstanceOf(TimeoutException.class);
            assertThat(slow.await()).isEqualTo(3);
        });
    }

    @LazyAndEager
    void allInTimeMeetNoTimeout(Mode mode) throws Exception {
        mode.run(() -> {
            AsCompleted<Integer> iteration = asCompleted(List.of(sleeper(1)), ofSeconds(2));
            sleep(ofSeconds(5));
            assertThat(iteration.next().result()).isEqualTo(1);
        });
    }

    @LazyAndEager
    void sameFutureTwiceIsGivenOnce(Mode mode) throws Exception {
        mode.run(() -> {
            Task<Integer> task = sleeper(1);
            AsCompleted<Integer> iteration = asCompleted(List.of(task, task));
            assertThat(iteration.next()).isSameAs(task);
            assertThat(iteration.hasNext()).isFalse();
        });
    }

    @LazyAndEager
    void lambdaGivenTwiceIsTwoCoroutines(Mode mode) throws Exception {
        mode.run(() -> {
            Coroutine<Integer> body = () -> 1;
            AsCompleted<Integer> iteration = asCompleted(List.of(body, body));
            assertThat(iteration.next()).isNotSameAs(iteration.next());
        });
    }

    @LazyAndEager
    void nothingGivenIsNothingToIterate(Mode mode) throws Exception {
        mode.run(() ->
                assertThat(asCompleted(List.<Task<Integer>>of()).hasNext()).isFalse());
    }

    @Test
    void nextAfterTheLastIsRefused() throws Exception {
        run(() -> {
            AsCompleted<Integer> iteration = asCompleted(List.of(sleeper(0)));
            iteration.next();
            assertThatThrownBy(iteration::next).isInstanceOf(NoSuchElementException.class);
        });
    }

    @Test
    void coroutineAfterTheLastIsRefused() throws Exception {
        run(() -> {
            AsCompleted<Integer> iteration = asCompleted(List.of(sleeper(0)));
            Iterator<Coroutine<Integer>> coroutines = iteration.coroutines().iterator();
            coroutines.next();
            assertThat(coroutines.hasNext()).isFalse();
            assertThatThrownBy(coroutines::next).isInstanceOf(NoSuchElementException.class);
        });
    }

    @Test
    void itIteratesOnce() throws Exception {
        run(() -> {
            AsCompleted<Integer> iteration = asCompleted(List.of(sleeper(0)));
            assertThat(iteration.iterator()).isSameAs(iteration);
            iteration.next();
            assertThat(iteration.iterator().hasNext()).isFalse();
        });
    }

    @Test
    void coroutinesMayBeAwaitedByDifferentTasks() throws Exception {
        run(() -> {
            List<Task<Integer>> waiting = new ArrayList<>();
            for (Coroutine<Integer> next : asCompleted(sleeper(2), sleeper(1)).coroutines()) {
                waiting.add(createTask(next));
            }
            assertThat(waiting.get(0).await()).isEqualTo(1);
            assertThat(waiting.get(1).await()).isEqualTo(2);
        });
    }

    @Test
    void cancelledWaiterLeavesTheNextFutureToTheOthers() throws Exception {
        run(() -> {
            Iterator<Coroutine<Integer>> coroutines =
                    asCompleted(sleeper(1), sleeper(2)).coroutines().iterator();
            Task<Integer> cancelled = createTask(coroutines.next());
            Task<Integer> other = createTask(coroutines.next());
            sleep(ZERO);
            cancelled.cancel();
            assertThat(other.await()).isEqualTo(1);
        });
    }

    @Test
    void waiterCancelledInTheTurnItsFutureCameLeavesItToTheOthers() throws Exception {
        run(() -> {
            Future<Integer> future = getRunningLoop().createFuture();
            Iterator<Coroutine<Integer>> coroutines =
                    asCompleted(future, sleeper(1)).coroutines().iterator();
            Task<Integer> cancelled = createTask(coroutines.next());
            Task<Integer> other = createTask(coroutines.next());
            sleep(ZERO);
            future.addDoneCallback(done -> cancelled.cancel());
            future.setResult(7);
            assertThat(other.await()).isEqualTo(7);
            assertThat(cancelled.cancelled()).isTrue();
        });
    }

    @Test
    void cancelledCallCountsAsOne() throws Exception {
        run(() -> {
            AsCompleted<Integer> iteration = asCompleted(sleeper(1), sleeper(2));
            Task<?> caller = createTask(iteration::next);
            sleep(ZERO);
            caller.cancel();
            assertThatThrownBy(caller::await).isInstanceOf(CancelledError.class);
            assertThat(iteration.next().result()).isEqualTo(1);
            assertThat(iteration.hasNext()).isFalse();
        });
    }

    @Test
    void nullAmongTheAwaitablesIsRefusedBeforeAnythingStarts() throws Exception {
        run(() -> {
            Awaitable<Boolean> first = () -> seen.add("started");
            assertThatThrownBy(() -> asCompleted(Arrays.asList(first, null))).isInstanceOf(NullPointerException.class);
            sleep(ZERO);
        });
        assertThat(seen).isEmpty();
    }

    @Test
    void timeBeyondTheClockIsRefusedBeforeAnythingStarts() throws Exception {
        run(() -> {
            Awaitable<Boolean> first = () -> seen.add("started");
            assertThatThrownBy(() -> asCompleted(List.of(first), Duration.ofSeconds(Long.MAX_VALUE)))
                    .isInstanceOf(IllegalArgumentException.class);
            sleep(ZERO);
        });
        assertThat(seen).isEmpty();
    }

    @Test
    void withoutARunningLoopItIsRefused() {
        assertThatThrownBy(() -> asCompleted(List.of(coroutine(() -> 1)), ofDays(1)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void callbackCannotWaitInNext() throws Exception {
        run(() -> {
            AsCompleted<Integer> iteration = asCompleted(List.of(sleeper(1)));
            getRunningLoop().callSoon(() -> {
                try {
                    iteration.next();
                } catch (IllegalStateException exception) {
                    seen.add(exception);
                }
            });
            sleep(ofSeconds(2));
        });
        assertThat(seen).hasSize(1);
    }
}
