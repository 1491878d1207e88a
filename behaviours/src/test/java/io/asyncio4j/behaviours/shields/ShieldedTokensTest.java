package io.asyncio4j.behaviours.shields;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.currentTask;
import static io.asyncio4j.Asyncio.getRunningLoop;
import static io.asyncio4j.Asyncio.shielded;
import static io.asyncio4j.Asyncio.sleep;
import static io.asyncio4j.cancellation.CancellationTokens.withToken;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofNanos;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.asyncio4j.CancelledError;
import io.asyncio4j.Task;
import io.asyncio4j.cancellation.CancellationToken;
import io.asyncio4j.cancellation.CancellationTokenSource;
import io.asyncio4j.testkit.LazyAndEager;
import io.asyncio4j.testkit.Mode;
import io.asyncio4j.testkit.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Sections and blocks bound to a token inside each other. */
@VirtualTime(detectDeadlock = true)
class ShieldedTokensTest {
    private final List<Object> seen = new ArrayList<>();
    private final CancellationTokenSource source = new CancellationTokenSource();
    private final CancellationToken token = source.token();

    private static Duration now() {
        return ofNanos(getRunningLoop().time());
    }

    private void cancelAfter(Duration delay) {
        getRunningLoop().callLater(delay, () -> source.cancel("enough"));
    }

    private CancelledError endOfSleepUnderTheToken() {
        CancelledError error =
                catchThrowableOfType(CancelledError.class, () -> withToken(token, () -> sleep(ofDays(1))));
        assertThat(error).isNotNull();
        return error;
    }

    @LazyAndEager
    void tokenOfABlockInsideEndsItAtOnce(Mode mode) throws Exception {
        mode.run(() -> {
            Duration start = now();
            cancelAfter(ofSeconds(1));
            shielded(ofSeconds(10), () -> {
                assertThat(CancellationToken.of(endOfSleepUnderTheToken())).isSameAs(token);
                assertThat(now().minus(start)).isEqualTo(ofSeconds(1));
                sleep(ofSeconds(1));
                seen.add("cleaned up");
            });
            assertThat(currentTask().cancelling()).isZero();
            sleep(ZERO);
        });
        assertThat(seen).containsExactly("cleaned up");
    }

    @LazyAndEager
    void tokenOfABlockInsideDoesNotTakeAKeptRequestBack(Mode mode) throws Exception {
        mode.run(() -> {
            cancelAfter(ofSeconds(2));
            Task<?> task = createTask(() -> {
                shielded(ofSeconds(10), () -> {
                    seen.add(CancellationToken.of(endOfSleepUnderTheToken()) == token);
                    seen.add(currentTask().cancelling());
                });
                seen.add(currentTask().cancelling());
                sleep(ZERO);
            });
            sleep(ofSeconds(1));
            task.cancel("kept");
            assertThatThrownBy(task::await).isInstanceOf(CancelledError.class).hasMessage("kept");
        });
        assertThat(seen).containsExactly(true, 0, 1);
    }

    @LazyAndEager
    void tokenOfABlockAroundComesAfterTheSection(Mode mode) throws Exception {
        mode.run(() -> {
            Duration start = now();
            cancelAfter(ofSeconds(1));
            CancelledError error = catchThrowableOfType(
                    CancelledError.class,
                    () -> withToken(token, () -> {
                        shielded(ofSeconds(10), () -> sleep(ofSeconds(3)));
                        sleep(ofDays(1));
                    }));
            assertThat(now().minus(start)).isEqualTo(ofSeconds(3));
            assertThat(CancellationToken.of(error)).isSameAs(token);
            assertThat(currentTask().cancelling()).isZero();
        });
    }

    @LazyAndEager
    void tokenOfABlockBetweenTwoSectionsComesAfterTheInnerOne(Mode mode) throws Exception {
        mode.run(() -> {
            Duration start = now();
            cancelAfter(ofSeconds(1));
            shielded(ofSeconds(10), () -> {
                CancelledError error = catchThrowableOfType(
                        CancelledError.class,
                        () -> withToken(token, () -> {
                            shielded(ofSeconds(10), () -> sleep(ofSeconds(3)));
                            sleep(ofDays(1));
                        }));
                assertThat(now().minus(start)).isEqualTo(ofSeconds(3));
                assertThat(CancellationToken.of(error)).isSameAs(token);
            });
            assertThat(currentTask().cancelling()).isZero();
        });
    }

    @LazyAndEager
    void tokenThatTheBlockDoesNotNoticeLeavesNothingToACleanup(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> task = createTask(() -> {
                try {
                    sleep(ofDays(1));
                } finally {
                    cancelAfter(ofSeconds(1));
                    withToken(token, () -> shielded(ofSeconds(10), () -> sleep(ofSeconds(3))));
                    sleep(ofSeconds(1));
                    seen.add("cleaned up");
                }
            });
            sleep(ofSeconds(1));
            task.cancel();
            assertThatThrownBy(task::await).isInstanceOf(CancelledError.class);
            assertThat(task.cancelling()).isEqualTo(1);
        });
        assertThat(seen).containsExactly("cleaned up");
    }

    @LazyAndEager
    void requestThatIsStillToBeThrownIsNotTakenForTheTokens(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> task = createTask(() -> {
                currentTask().cancel("others");
                try {
                    withToken(token, () -> {
                        source.cancel("enough");
                        sleep(ofDays(1));
                    });
                } finally {
                    seen.add(currentTask().cancelling());
                }
            });
            CancelledError error = catchThrowableOfType(CancelledError.class, task::await);
            assertThat(CancellationToken.of(error)).isNull();
        });
        assertThat(seen).containsExactly(1);
    }
}
