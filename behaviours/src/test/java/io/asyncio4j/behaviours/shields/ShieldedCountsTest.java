package io.asyncio4j.behaviours.shields;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.currentTask;
import static io.asyncio4j.Asyncio.shielded;
import static io.asyncio4j.Asyncio.sleep;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asyncio4j.CancelledError;
import io.asyncio4j.Task;
import io.asyncio4j.testkit.LazyAndEager;
import io.asyncio4j.testkit.Mode;
import io.asyncio4j.testkit.VirtualTime;
import java.util.ArrayList;
import java.util.List;

/** The count of requests while some are kept, and taking them back. */
@VirtualTime(detectDeadlock = true)
class ShieldedCountsTest {
    private final List<Object> seen = new ArrayList<>();

    /** In a section for two seconds, then for an hour outside. */
    private Task<?> startShielded() {
        return createTask(() -> {
            shielded(ofSeconds(10), () -> {
                sleep(ofSeconds(2));
                seen.add(currentTask().cancelling());
            });
            seen.add(currentTask().cancelling());
            sleep(ofSeconds(3600));
        });
    }

    @LazyAndEager
    void keptRequestCountsWhenItIsDelivered(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> task = startShielded();
            sleep(ofSeconds(1));
            task.cancel();
            assertThat(task.cancelling()).isZero();
            assertThatThrownBy(task::await).isInstanceOf(CancelledError.class);
        });
        assertThat(seen).containsExactly(0, 1);
    }

    @LazyAndEager
    void everyKeptRequestCounts(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> task = startShielded();
            sleep(ofSeconds(1));
            task.cancel("first");
            task.cancel("second");
            task.cancel("third");
            assertThatThrownBy(task::await).isInstanceOf(CancelledError.class).hasMessage("third");
        });
        assertThat(seen).containsExactly(0, 3);
    }

    @LazyAndEager
    void uncancelTakesAKeptRequestBack(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> task = startShielded();
            sleep(ofSeconds(1));
            task.cancel();
            assertThat(task.uncancel()).isZero();
            task.await();
            assertThat(task.cancelled()).isFalse();
        });
        assertThat(seen).containsExactly(0, 0);
    }

    @LazyAndEager
    void uncancelTakesTheNewestBackAndNoMore(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> task = startShielded();
            sleep(ofSeconds(1));
            task.cancel("first");
            task.cancel("second");
            task.uncancel();
            assertThatThrownBy(task::await).isInstanceOf(CancelledError.class).hasMessage("first");
        });
        assertThat(seen).containsExactly(0, 1);
    }

    @LazyAndEager
    void uncancelPrefersWhatIsCounted(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> task = createTask(() -> {
                try {
                    sleep(ofDays(1));
                } catch (CancelledError error) {
                    shielded(ofSeconds(10), () -> sleep(ofSeconds(2)));
                    seen.add(currentTask().cancelling());
                    sleep(ZERO);
                }
            });
            sleep(ofSeconds(1));
            task.cancel("delivered");
            sleep(ofSeconds(1));
            task.cancel("kept");
            assertThat(task.cancelling()).isEqualTo(1);
            assertThat(task.uncancel()).isZero();
            assertThatThrownBy(task::await).isInstanceOf(CancelledError.class).hasMessage("kept");
        });
        assertThat(seen).containsExactly(1);
    }

    @LazyAndEager
    void requestTakenBackIsNotDeliveredAtTheLimit(Mode mode) throws Exception {
        mode.run(() -> {
            Task<String> task = createTask(() -> shielded(ofSeconds(5), () -> sleep(ofSeconds(20), "undisturbed")));
            sleep(ofSeconds(1));
            task.cancel();
            task.uncancel();
            assertThat(task.await()).isEqualTo("undisturbed");
        });
    }

    @LazyAndEager
    void severalRequestsAreDeliveredAtTheLimitWithTheirCount(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> task = createTask(() -> shielded(ofSeconds(5), () -> {
                try {
                    sleep(ofDays(1));
                } finally {
                    seen.add(currentTask().cancelling());
                    // what has been thrown is not thrown again
                    sleep(ofSeconds(1));
                    seen.add("cleaned up");
                }
            }));
            sleep(ofSeconds(1));
            task.cancel("first");
            task.cancel("second");
            assertThatThrownBy(task::await).isInstanceOf(CancelledError.class).hasMessage("first");
        });
        assertThat(seen).containsExactly(2, "cleaned up");
    }

    @LazyAndEager
    void askingATaskInASectionToEndIsNotRefused(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> task = startShielded();
            sleep(ofSeconds(1));
            assertThat(task.cancel()).isTrue();
            task.uncancel();
        });
    }
}
