package io.asyncio4j.behaviours.cancellation;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.currentTask;
import static io.asyncio4j.Asyncio.getRunningLoop;
import static io.asyncio4j.Asyncio.shielded;
import static io.asyncio4j.Asyncio.sleep;
import static io.asyncio4j.cancellation.CancellationTokens.createTask;
import static io.asyncio4j.cancellation.CancellationTokens.withToken;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofNanos;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.asyncio4j.CancelledError;
import io.asyncio4j.Task;
import io.asyncio4j.VoidCoroutine;
import io.asyncio4j.cancellation.CancellationToken;
import io.asyncio4j.cancellation.CancellationTokenSource;
import io.asyncio4j.testkit.LazyAndEager;
import io.asyncio4j.testkit.Mode;
import io.asyncio4j.testkit.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** {@code withToken} in sections that are shielded, in tasks that were cancelled before, and beside other requests. */
@VirtualTime(detectDeadlock = true)
class TokenBlockScopeTest {
    private final List<Object> seen = new ArrayList<>();
    private final CancellationTokenSource source = new CancellationTokenSource();
    private final CancellationToken token = source.token();

    private static Duration now() {
        return ofNanos(getRunningLoop().time());
    }

    private CancelledError endOfSleepUnderTheToken() {
        CancelledError error =
                catchThrowableOfType(CancelledError.class, () -> withToken(token, () -> sleep(ofDays(1))));
        assertThat(error).isNotNull();
        return error;
    }

    /** Runs the cleanup in a task that is cancelled after a second, and returns the task. */
    private static Task<?> cancelled(VoidCoroutine cleanup) throws InterruptedException {
        Task<?> task = createTask(() -> {
            try {
                sleep(ofDays(1));
            } finally {
                cleanUp(cleanup);
            }
        });
        sleep(ofSeconds(1));
        task.cancel("outside");
        io.asyncio4j.Asyncio.wait(List.of(task));
        return task;
    }

    private static void cleanUp(VoidCoroutine cleanup) throws Exception {
        cleanup.run();
    }

    @LazyAndEager
    void tokenOfABlockInAShieldedSectionCancelsTheBlock(Mode mode) throws Exception {
        mode.run(() -> {
            getRunningLoop().callLater(ofSeconds(1), source::cancel);
            shielded(ofSeconds(10), () -> {
                assertThat(CancellationToken.of(endOfSleepUnderTheToken())).isSameAs(token);
                assertThat(now()).isEqualTo(ofSeconds(1));
                sleep(ofSeconds(1));
            });
            assertThat(currentTask().cancelling()).isZero();
            sleep(ZERO);
        });
    }

    @LazyAndEager
    void tokenOfABlockAroundAShieldedSectionWaitsForItsEnd(Mode mode) throws Exception {
        mode.run(() -> {
            getRunningLoop().callLater(ofSeconds(1), source::cancel);
            CancelledError error = catchThrowableOfType(
                    CancelledError.class,
                    () -> withToken(token, () -> {
                        shielded(ofSeconds(10), () -> sleep(ofSeconds(5)));
                        seen.add(now());
                        sleep(ofDays(1));
                    }));
            assertThat(CancellationToken.of(error)).isSameAs(token);
            assertThat(currentTask().cancelling()).isZero();
        });
        assertThat(seen).containsExactly(ofSeconds(5));
    }

    @LazyAndEager
    void tokenInTheShieldedCleanupOfACancelledTaskTakesBackItsOwnRequestAndNoOther(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> task = cancelled(() -> {
                getRunningLoop().callLater(ofSeconds(1), source::cancel);
                shielded(ofSeconds(10), () -> {
                    withToken(token, () -> {
                        assertThat(catchThrowableOfType(CancelledError.class, () -> sleep(ofSeconds(5))))
                                .isNotNull();
                    });
                    seen.add(currentTask().cancelling());
                });
                seen.add(currentTask().cancelling());
                sleep(ofSeconds(1));
                seen.add("undisturbed");
            });
            assertThat(task.cancelled()).isTrue();
        });
        assertThat(seen).containsExactly(1, 1, "undisturbed");
    }

    @LazyAndEager
    void requestThatNobodyNoticedInTheBlockIsNotThrownAfterItInACancelledTask(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> task = cancelled(() -> {
                withToken(token, () -> {
                    source.cancel();
                });
                sleep(ofSeconds(1));
                seen.add("undisturbed");
            });
            assertThat(task.cancelled()).isTrue();
        });
        assertThat(seen).containsExactly("undisturbed");
    }

    @LazyAndEager
    void requestThatWasPendingBeforeTheBlockIsNotTakenForTheTokens(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> task = createTask(() -> {
                currentTask().cancel("pending");
                CancelledError error = catchThrowableOfType(
                        CancelledError.class,
                        () -> withToken(token, () -> {
                            source.cancel();
                            sleep(ofDays(1));
                        }));
                assertThat(CancellationToken.of(error)).isNull();
                seen.add(currentTask().cancelling());
            });
            io.asyncio4j.Asyncio.wait(List.of(task));
            task.result();
        });
        assertThat(seen).containsExactly(1);
    }

    @LazyAndEager
    void blockInATaskThatIsBoundToTheSameTokenLeavesItsErrorTheToken(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> task = createTask(() -> withToken(token, () -> sleep(ofDays(1))), token);
            sleep(ofSeconds(1));
            source.cancel();
            CancelledError error = catchThrowableOfType(CancelledError.class, task::await);
            assertThat(CancellationToken.of(error)).isSameAs(token);
        });
    }
}
