package io.asyncio4j.behaviours.scopes;

import static io.asyncio4j.Asyncio.allTasks;
import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.currentTask;
import static io.asyncio4j.Asyncio.gather;
import static io.asyncio4j.Asyncio.getRunningLoop;
import static io.asyncio4j.Asyncio.sleep;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asyncio4j.CancelledError;
import io.asyncio4j.Coroutine;
import io.asyncio4j.Future;
import io.asyncio4j.Task;
import io.asyncio4j.testkit.LazyAndEager;
import io.asyncio4j.testkit.Mode;
import io.asyncio4j.testkit.VirtualTime;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

@VirtualTime(detectDeadlock = true)
class LimitedGatherTest {
    private final List<Object> seen = new ArrayList<>();

    private Coroutine<String> after(Duration delay, String value) {
        return () -> {
            try {
                return sleep(delay, value);
            } catch (CancelledError error) {
                seen.add(value + " cancelled");
                throw error;
            }
        };
    }

    @LazyAndEager
    void resultsAreInTheOrderGiven(Mode mode) throws Exception {
        mode.run(() -> {
            Future<List<String>> all =
                    gather(2, List.of(after(ofSeconds(2), "a"), after(ofSeconds(1), "b"), after(ofSeconds(1), "c")));
            assertThat(all.await()).containsExactly("a", "b", "c");
            assertThat(getRunningLoop().time()).isEqualTo(ofSeconds(2).toNanos());
        });
    }

    @LazyAndEager
    void runsWithoutBeingAwaited(Mode mode) throws Exception {
        mode.run(() -> {
            Future<List<String>> all = gather(1, List.of(after(ofSeconds(1), "a"), after(ofSeconds(1), "b")));
            sleep(ofSeconds(3));
            assertThat(all.result()).containsExactly("a", "b");
        });
    }

    @LazyAndEager
    void firstFailureIsTheOutcomeWhenTheRestHasEnded(Mode mode) throws Exception {
        IOException failure = new IOException("disk");
        Coroutine<String> failing = () -> {
            sleep(ofSeconds(1));
            throw failure;
        };
        mode.run(() -> {
            Future<List<String>> all = gather(2, List.of(after(ofDays(1), "a"), failing, after(ZERO, "never")));
            assertThatThrownBy(all::await).isSameAs(failure);
            assertThat(allTasks()).containsExactly(currentTask());
        });
        assertThat(seen).containsExactly("a cancelled");
    }

    @LazyAndEager
    void cancellingItCancelsTheCoroutines(Mode mode) throws Exception {
        mode.run(() -> {
            Future<List<String>> all = gather(1, List.of(after(ofDays(1), "a"), after(ofDays(1), "b")));
            sleep(ofSeconds(1));
            all.cancel("enough");
            assertThatThrownBy(all::await).isInstanceOf(CancelledError.class).hasMessage("enough");
            assertThat(currentTask().cancelling()).isZero();
        });
        assertThat(seen).containsExactly("a cancelled");
    }

    @LazyAndEager
    void cancellingWhoAwaitsItCancelsTheCoroutines(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> task = createTask(() -> gather(2, List.of(after(ofDays(1), "a"), after(ofDays(1), "b")))
                    .await());
            sleep(ofSeconds(1));
            task.cancel();
            assertThatThrownBy(task::await).isInstanceOf(CancelledError.class);
            assertThat(task.cancelling()).isEqualTo(1);
        });
        assertThat(seen).containsExactly("a cancelled", "b cancelled");
    }

    @LazyAndEager
    void badArgumentsAreRefusedAtOnce(Mode mode) throws Exception {
        mode.run(() -> {
            assertThatThrownBy(() -> gather(0, List.of(after(ZERO, "never"))))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> gather(1, Arrays.asList(after(ZERO, "never"), null)))
                    .isInstanceOf(NullPointerException.class);
            assertThat(allTasks()).containsExactly(currentTask());
        });
    }
}
