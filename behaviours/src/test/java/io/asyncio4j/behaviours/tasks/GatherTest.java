package io.asyncio4j.behaviours.tasks;

import static io.asyncio4j.Asyncio.coroutine;
import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.gather;
import static io.asyncio4j.Asyncio.getRunningLoop;
import static io.asyncio4j.Asyncio.run;
import static io.asyncio4j.Asyncio.sleep;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asyncio4j.Awaitable;
import io.asyncio4j.CancelledError;
import io.asyncio4j.Coroutine;
import io.asyncio4j.EventLoop;
import io.asyncio4j.Future;
import io.asyncio4j.Task;
import io.asyncio4j.VoidCoroutine;
import io.asyncio4j.testkit.LazyAndEager;
import io.asyncio4j.testkit.Mode;
import io.asyncio4j.testkit.VirtualTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

@VirtualTime(detectDeadlock = true)
class GatherTest {
    private final List<Object> seen = new ArrayList<>();

    @LazyAndEager
    void resultsAreInTheOrderGiven(Mode mode) throws Exception {
        mode.run(() -> assertThat(gather(() -> sleep(ofSeconds(2), "slow"), () -> sleep(ofSeconds(1), "fast"))
                        .await())
                .containsExactly("slow", "fast"));
    }

    @LazyAndEager
    void sameFutureTwiceGivesItsResultTwice(Mode mode) throws Exception {
        mode.run(() -> {
            Task<Integer> task = createTask(() -> 1);
            assertThat(gather(task, task).await()).containsExactly(1, 1);
        });
    }

    @LazyAndEager
    void lambdaGivenTwiceIsTwoCoroutines(Mode mode) throws Exception {
        // Java makes one object of a lambda in a loop that captures nothing
        mode.run(() -> {
            Coroutine<Boolean> body = () -> seen.add("ran");
            gather(body, body).await();
        });
        assertThat(seen).containsExactly("ran", "ran");
    }

    @LazyAndEager
    void resultsMayBeNull(Mode mode) throws Exception {
        mode.run(() -> assertThat(gather(() -> null, () -> 1).await()).containsExactly(null, 1));
    }

    @Test
    void nothingGivenIsDoneAtOnce() throws Exception {
        run(() -> {
            Future<List<Integer>> nothing = gather();
            assertThat(nothing.done()).isTrue();
            assertThat(nothing.result()).isEmpty();
            assertThat(gather(List.<Coroutine<Integer>>of()).result()).isEmpty();
        });
    }

    @LazyAndEager
    void firstFailureComesOutAndTheOthersGoOn(Mode mode) throws Exception {
        mode.run(() -> {
            Task<Integer> other = createTask(() -> sleep(ofSeconds(2), 2));
            Task<Integer> fails = createTask(() -> {
                sleep(ofSeconds(1));
                throw new IllegalStateException("boom");
            });
            assertThatThrownBy(gather(other, fails)::await).hasMessage("boom");
            assertThat(other.await()).isEqualTo(2);
        });
    }

    @LazyAndEager
    void laterFailuresAreNotReported(Mode mode) throws Exception {
        mode.run(() -> {
            getRunningLoop().setExceptionHandler((loop, context) -> seen.add(context));
            Coroutine<Object> fails = () -> {
                throw new IllegalStateException("first");
            };
            Coroutine<Object> failsLater = () -> {
                sleep(ofSeconds(1));
                throw new IllegalStateException("later");
            };
            assertThatThrownBy(gather(fails, failsLater)::await).hasMessage("first");
            sleep(ofSeconds(2));
        });
        assertThat(seen).isEmpty();
    }

    @LazyAndEager
    void exceptionsMayStandAmongTheResults(Mode mode) throws Exception {
        mode.run(() -> {
            IllegalStateException failure = new IllegalStateException("boom");
            Task<Object> fails = createTask(() -> {
                throw failure;
            });
            assertThat(gather(true, fails, coroutine(() -> 1)).await()).containsExactly(failure, 1);
        });
    }

    @LazyAndEager
    void cancellationsMayStandAmongTheResults(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> cancelled = createTask(() -> sleep(ofDays(1)));
            cancelled.cancel();
            List<Object> results = gather(true, List.of(cancelled)).await();
            assertThat(results).singleElement().isInstanceOf(CancelledError.class);
        });
    }

    @LazyAndEager
    void cancelOfTheGatheringCancelsAllChildren(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> first = createTask(() -> sleep(ofDays(1)));
            Task<?> second = createTask(() -> sleep(ofDays(1)));
            Future<?> gathering = gather(first, second);
            sleep(ZERO);
            assertThat(gathering.cancel()).isTrue();
            assertThatThrownBy(gathering::await).isInstanceOf(CancelledError.class);
            assertThat(first.cancelled() && second.cancelled()).isTrue();
        });
    }

    @LazyAndEager
    void cancelledGatheringIsThrownAlsoWhereExceptionsAreReturned(Mode mode) throws Exception {
        mode.run(() -> {
            Future<?> gathering = gather(true, createTask(() -> sleep(ofDays(1))));
            sleep(ZERO);
            gathering.cancel();
            assertThatThrownBy(gathering::await).isInstanceOf(CancelledError.class);
        });
    }

    @LazyAndEager
    void cancelledGatheringIsThrownAlsoWhenTheLastChildIgnoresIt(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> obeys = createTask(() -> sleep(ofDays(1)));
            Task<?> ignores = createTask(() -> {
                try {
                    sleep(ofDays(1));
                } catch (CancelledError ignored) {
                    // and so it has a result
                }
            });
            Future<?> gathering = gather(true, obeys, ignores);
            sleep(ZERO);
            gathering.cancel();
            assertThatThrownBy(gathering::await).isInstanceOf(CancelledError.class);
        });
    }

    @LazyAndEager
    void cancelOfADoneGatheringIsRefused(Mode mode) throws Exception {
        mode.run(() -> {
            Future<?> gathering = gather(() -> 1);
            gathering.await();
            assertThat(gathering.cancel()).isFalse();
        });
    }

    @LazyAndEager
    void cancelIsRefusedWhenAllChildrenAreDone(Mode mode) throws Exception {
        mode.run(() -> {
            Future<Integer> child = getRunningLoop().createFuture();
            Future<?> gathering = gather(child);
            child.setResult(1);
            assertThat(gathering.cancel()).isFalse();
            gathering.await();
        });
    }

    @Test
    void nullAmongTheAwaitablesIsRefusedBeforeAnythingStarts() throws Exception {
        run(() -> {
            Awaitable<Boolean> first = () -> seen.add("started");
            assertThatThrownBy(() -> gather(Arrays.asList(first, null))).isInstanceOf(NullPointerException.class);
            assertThatThrownBy(() -> gather(first, null)).isInstanceOf(NullPointerException.class);
            assertThatThrownBy(() -> gather(true, first, null)).isInstanceOf(NullPointerException.class);
            VoidCoroutine nothing = () -> seen.add("started");
            assertThatThrownBy(() -> gather(nothing, null)).isInstanceOf(NullPointerException.class);
            sleep(ZERO);
        });
        assertThat(seen).isEmpty();
    }

    @Test
    void futureOfAnotherLoopIsRefused() throws Exception {
        EventLoop other = new EventLoop();
        Future<Integer> foreign = other.createFuture();
        run(() -> assertThatThrownBy(() -> gather(createTask(() -> 1), foreign))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("different loop"));
        other.close();
    }

    @Test
    void withoutARunningLoopItIsRefused() {
        assertThatThrownBy(() -> gather(() -> 1)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> gather()).isInstanceOf(IllegalStateException.class);
    }
}
