package io.asyncio4j.behaviours.cancellation;

import static io.asyncio4j.Asyncio.getRunningLoop;
import static io.asyncio4j.Asyncio.sleep;
import static io.asyncio4j.Asyncio.toThread;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.asyncio4j.ExceptionGroup;
import io.asyncio4j.cancellation.CancellationToken;
import io.asyncio4j.cancellation.CancellationTokenSource;
import io.asyncio4j.testkit.LazyAndEager;
import io.asyncio4j.testkit.Mode;
import io.asyncio4j.testkit.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** {@code cancelAfter}: on a loop's clock, and on the machine's. */
@VirtualTime
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CancelAfterTest {
    private final List<Object> seen = new ArrayList<>();

    private static Duration now() {
        return Duration.ofNanos(getRunningLoop().time());
    }

    @LazyAndEager
    void cancelsWhenTheTimeOfTheLoopIsOver(Mode mode) throws Exception {
        mode.run(() -> {
            try (CancellationTokenSource source = new CancellationTokenSource()) {
                assertThat(source.token().register(() -> seen.add(now())).isOpen())
                        .isTrue();
                source.cancelAfter(ofSeconds(2));
                sleep(ofSeconds(1));
                assertThat(source.isCancellationRequested()).isFalse();
                sleep(ofSeconds(2));
                assertThat(seen).containsExactly(ofSeconds(2));
                assertThat(source.token().reason()).contains("PT2S");
            }
        });
    }

    @LazyAndEager
    void laterCallMovesTheDeadline(Mode mode) throws Exception {
        mode.run(() -> {
            try (CancellationTokenSource source = new CancellationTokenSource()) {
                assertThat(source.token().register(() -> seen.add(now())).isOpen())
                        .isTrue();
                source.cancelAfter(ofSeconds(2));
                sleep(ofSeconds(1));
                source.cancelAfter(ofSeconds(4));
                sleep(ofHours(1));
                assertThat(seen).containsExactly(ofSeconds(5));
            }
        });
    }

    @LazyAndEager
    void nullTakesTheDeadlineAway(Mode mode) throws Exception {
        mode.run(() -> {
            try (CancellationTokenSource source = new CancellationTokenSource()) {
                source.cancelAfter(ofSeconds(2));
                source.cancelAfter(null);
                assertThat(getRunningLoop().getTimers()).isEmpty();
                sleep(ofHours(1));
                assertThat(source.isCancellationRequested()).isFalse();
            }
        });
    }

    @LazyAndEager
    void zeroOrLessIsNow(Mode mode) throws Exception {
        mode.run(() -> {
            for (Duration delay : List.of(ZERO, ofSeconds(-1))) {
                CancellationTokenSource source = new CancellationTokenSource();
                source.cancelAfter(delay);
                assertThat(source.isCancellationRequested()).isTrue();
            }
        });
    }

    @LazyAndEager
    void closeFreesTheTimer(Mode mode) throws Exception {
        mode.run(() -> {
            CancellationTokenSource source = new CancellationTokenSource();
            source.cancelAfter(ofHours(1));
            assertThat(getRunningLoop().getTimers()).hasSize(1);
            source.close();
            assertThat(getRunningLoop().getTimers()).isEmpty();
        });
    }

    @LazyAndEager
    void cancelFreesTheTimer(Mode mode) throws Exception {
        mode.run(() -> {
            CancellationTokenSource source = new CancellationTokenSource();
            source.cancelAfter(ofHours(1));
            source.cancel("before");
            assertThat(getRunningLoop().getTimers()).isEmpty();
            assertThat(source.token().reason()).isEqualTo("before");
        });
    }

    @LazyAndEager
    void cancellationOfAnAncestorFreesTheTimer(Mode mode) throws Exception {
        mode.run(() -> {
            CancellationTokenSource parent = new CancellationTokenSource();
            CancellationTokenSource child = CancellationTokenSource.linkedTo(parent.token());
            child.cancelAfter(ofHours(1));
            parent.cancel();
            assertThat(getRunningLoop().getTimers()).isEmpty();
        });
    }

    @LazyAndEager
    void anotherThreadFreesTheTimer(Mode mode) throws Exception {
        mode.run(() -> {
            CancellationTokenSource source = new CancellationTokenSource();
            source.cancelAfter(ofHours(1));
            toThread(() -> source.close());
            sleep(ZERO);
            assertThat(getRunningLoop().getTimers()).isEmpty();
        });
    }

    @LazyAndEager
    void onACancelledSourceItHasNoEffect(Mode mode) throws Exception {
        mode.run(() -> {
            CancellationTokenSource source = new CancellationTokenSource();
            source.cancel("before");
            source.cancelAfter(ofHours(1));
            assertThat(getRunningLoop().getTimers()).isEmpty();
        });
    }

    @LazyAndEager
    void onAClosedSourceItIsRefused(Mode mode) throws Exception {
        mode.run(() -> {
            CancellationTokenSource source = new CancellationTokenSource();
            source.close();
            assertThatIllegalStateException().isThrownBy(() -> source.cancelAfter(ofHours(1)));
            assertThat(getRunningLoop().getTimers()).isEmpty();
        });
    }

    @LazyAndEager
    void timeBeyondTheClockIsRefusedAndTheDeadlineStays(Mode mode) throws Exception {
        mode.run(() -> {
            CancellationTokenSource source = new CancellationTokenSource();
            source.cancelAfter(ofSeconds(1));
            assertThatIllegalArgumentException().isThrownBy(() -> source.cancelAfter(Duration.ofDays(365 * 300)));
            sleep(ofSeconds(2));
            assertThat(source.isCancellationRequested()).isTrue();
        });
    }

    @LazyAndEager
    void failuresOfCallbacksReachTheLoopsExceptionHandler(Mode mode) throws Exception {
        mode.run(() -> {
            getRunningLoop().setExceptionHandler((loop, context) -> seen.add(context.exception()));
            CancellationTokenSource source = new CancellationTokenSource();
            IllegalStateException failure = new IllegalStateException("callback");
            assertThat(source.token()
                            .register(() -> {
                                throw failure;
                            })
                            .isOpen())
                    .isTrue();
            source.cancelAfter(ofSeconds(1));
            sleep(ofSeconds(2));
            assertThat(seen)
                    .singleElement()
                    .isInstanceOfSatisfying(
                            ExceptionGroup.class,
                            group -> assertThat(group.exceptions()).containsExactly(failure));
        });
    }

    @Test
    void outsideOfALoopTheTimeIsReal() throws Exception {
        CompletableFuture<CancellationToken> cancelled = new CompletableFuture<>();
        try (CancellationTokenSource source = new CancellationTokenSource()) {
            assertThat(source.token()
                            .register(() -> cancelled.complete(source.token()))
                            .isOpen())
                    .isTrue();
            source.cancelAfter(ofMillis(1));
            assertThat(cancelled.get().reason()).contains("PT0.001S");
        }
    }

    @Test
    void outsideOfALoopALaterCallMovesTheDeadlineToo() throws Exception {
        CompletableFuture<String> reason = new CompletableFuture<>();
        try (CancellationTokenSource source = new CancellationTokenSource()) {
            assertThat(source.token()
                            .register(() -> reason.complete(source.token().reason()))
                            .isOpen())
                    .isTrue();
            source.cancelAfter(ofHours(1));
            source.cancelAfter(ofMillis(1));
            assertThat(reason.get()).contains("PT0.001S");
        }
    }

    @Test
    void outsideOfALoopCloseTakesTheDeadlineAway() {
        CancellationTokenSource source = new CancellationTokenSource();
        source.cancelAfter(ofHours(1));
        source.close();
        assertThat(source.isCancellationRequested()).isFalse();
        assertThatIllegalStateException().isThrownBy(() -> source.cancelAfter(ofMillis(1)));
    }
}
