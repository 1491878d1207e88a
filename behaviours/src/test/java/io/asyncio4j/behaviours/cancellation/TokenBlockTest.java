package io.asyncio4j.behaviours.cancellation;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.currentTask;
import static io.asyncio4j.Asyncio.getRunningLoop;
import static io.asyncio4j.Asyncio.sleep;
import static io.asyncio4j.Asyncio.timeout;
import static io.asyncio4j.Asyncio.toThread;
import static io.asyncio4j.cancellation.CancellationTokens.withToken;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.asyncio4j.CancelledError;
import io.asyncio4j.Future;
import io.asyncio4j.Task;
import io.asyncio4j.cancellation.CancellationToken;
import io.asyncio4j.cancellation.CancellationTokenSource;
import io.asyncio4j.cancellation.CancellationTokens;
import io.asyncio4j.testkit.LazyAndEager;
import io.asyncio4j.testkit.Mode;
import io.asyncio4j.testkit.VirtualTime;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;

/** {@code withToken}: whose cancellation it was, and that the counts are right afterwards. */
@VirtualTime
class TokenBlockTest {
    private final List<Object> seen = new ArrayList<>();
    private final CancellationTokenSource source = new CancellationTokenSource();
    private final CancellationToken token = source.token();

    private static void sleepUnder(CancellationToken token) throws Exception {
        withToken(token, () -> {
            sleep(ofDays(1));
        });
    }

    private static CancelledError endOfSleepUnder(CancellationToken token) {
        CancelledError error = catchThrowableOfType(CancelledError.class, () -> sleepUnder(token));
        assertThat(error).isNotNull();
        return error;
    }

    /** Cancels the source in a second. */
    private static void cancelSoon(CancellationTokenSource source, String reason) {
        getRunningLoop().callLater(ofSeconds(1), () -> source.cancel(reason));
    }

    @LazyAndEager
    void blockInTimeReturnsItsValue(Mode mode) throws Exception {
        String value = mode.run(() -> withToken(token, () -> sleep(ofSeconds(1), "value")));
        assertThat(value).isEqualTo("value");
    }

    @LazyAndEager
    void cancelledTokenEndsTheBlockAndNotTheTask(Mode mode) throws Exception {
        mode.run(() -> {
            cancelSoon(source, "enough");
            CancelledError error = endOfSleepUnder(token);
            assertThat(error).hasMessage("enough");
            assertThat(CancellationToken.of(error)).isSameAs(token);
            assertThat(currentTask().cancelling()).isZero();
            assertThat(sleep(ofSeconds(1), "goes on")).isEqualTo("goes on");
        });
    }

    @LazyAndEager
    void afterTheCancellationTheBodyNeverStarts(Mode mode) throws Exception {
        source.cancel("before");
        mode.run(() -> {
            assertThatThrownBy(() -> withToken(token, () -> {
                        seen.add("started");
                    }))
                    .isInstanceOf(CancelledError.class)
                    .hasMessage("before");
            assertThat(currentTask().cancelling()).isZero();
        });
        assertThat(seen).isEmpty();
    }

    @LazyAndEager
    void afterTheBlockTheTokenDoesNotConcernTheTask(Mode mode) throws Exception {
        mode.run(() -> {
            withToken(token, () -> sleep(ZERO));
            source.cancel();
            assertThat(currentTask().cancelling()).isZero();
            sleep(ofSeconds(1));
        });
    }

    @LazyAndEager
    void requestOfAnotherThreadThatComesTooLateIsDropped(Mode mode) throws Exception {
        mode.run(() -> {
            CountDownLatch cancelled = new CountDownLatch(1);
            withToken(token, () -> {
                Thread.ofPlatform().start(() -> {
                    source.cancel();
                    cancelled.countDown();
                });
                // blocks the loop on purpose: the request is on its way, and cannot come in
                cancelled.await();
            });
            sleep(ofSeconds(1));
            assertThat(currentTask().cancelling()).isZero();
        });
    }

    @LazyAndEager
    void bodyThatEndsWithoutNoticingReturnsItsValue(Mode mode) throws Exception {
        mode.run(() -> {
            String value = withToken(token, () -> {
                source.cancel();
                return "value";
            });
            assertThat(value).isEqualTo("value");
            assertThat(currentTask().cancelling()).isZero();
            sleep(ofSeconds(1));
        });
    }

    @LazyAndEager
    void bodyMayHandleTheCancellation(Mode mode) throws Exception {
        mode.run(() -> {
            cancelSoon(source, "enough");
            String value = withToken(token, () -> {
                try {
                    return sleep(ofDays(1), "all");
                } catch (CancelledError handled) {
                    return "part";
                }
            });
            assertThat(value).isEqualTo("part");
            assertThat(currentTask().cancelling()).isZero();
        });
    }

    @LazyAndEager
    void otherExceptionOfTheBodyPasses(Mode mode) throws Exception {
        IOException failure = new IOException("disk");
        mode.run(() -> {
            assertThatThrownBy(() -> withToken(token, () -> {
                        source.cancel();
                        throw failure;
                    }))
                    .isSameAs(failure);
            assertThat(currentTask().cancelling()).isZero();
        });
    }

    @LazyAndEager
    void errorThatLostTheTokenGetsItBack(Mode mode) throws Exception {
        mode.run(() -> {
            cancelSoon(source, "enough");
            CancelledError replaced = new CancelledError("replaced");
            CancelledError error = catchThrowableOfType(
                    CancelledError.class,
                    () -> withToken(token, () -> {
                        try {
                            sleep(ofDays(1));
                        } catch (CancelledError lost) {
                            throw replaced;
                        }
                    }));
            assertThat(CancellationToken.of(error)).isSameAs(token);
            assertThat(error).hasCause(replaced);
        });
    }

    @LazyAndEager
    void cancellationOfSomebodyElseKeepsItsError(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> task = createTask(() -> {
                CancelledError error = endOfSleepUnder(token);
                assertThat(error).hasMessage("by hand");
                assertThat(CancellationToken.of(error)).isNull();
                assertThat(currentTask().cancelling()).isEqualTo(1);
            });
            sleep(ofSeconds(1));
            task.cancel("by hand");
            task.await();
        });
        assertThat(token.isCancellationRequested()).isFalse();
    }

    @LazyAndEager
    void cancelledByBothTheErrorKnowsNoTokenAndTheOthersRequestStays(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> task = createTask(() -> {
                CancelledError error = endOfSleepUnder(token);
                assertThat(CancellationToken.of(error)).isNull();
                assertThat(error).hasCauseInstanceOf(CancelledError.class);
                assertThat(currentTask().cancelling()).isEqualTo(1);
            });
            sleep(ofSeconds(1));
            source.cancel("the token");
            task.cancel("by hand");
            task.await();
        });
    }

    @LazyAndEager
    void cancelledByBothSomebodyElseFirstItsErrorKnowsNoToken(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> task = createTask(() -> {
                CancelledError error = endOfSleepUnder(token);
                assertThat(error).hasMessage("by hand");
                assertThat(CancellationToken.of(error)).isNull();
                assertThat(currentTask().cancelling()).isEqualTo(1);
            });
            sleep(ofSeconds(1));
            task.cancel("by hand");
            source.cancel("the token");
            task.await();
        });
    }

    @LazyAndEager
    void requestFromBeforeTheBlockStays(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> task = createTask(() -> {
                try {
                    sleep(ofDays(1));
                } catch (CancelledError swallowed) {
                    cancelSoon(source, "the token");
                    assertThat(CancellationToken.of(endOfSleepUnder(token))).isSameAs(token);
                    assertThat(currentTask().cancelling()).isEqualTo(1);
                }
            });
            sleep(ofSeconds(1));
            task.cancel();
            task.await();
        });
    }

    @LazyAndEager
    void ofNestedBlocksTheInnerTellsItsOwnToken(Mode mode) throws Exception {
        mode.run(() -> {
            CancellationTokenSource inner = new CancellationTokenSource();
            cancelSoon(inner, "inner");
            String value = withToken(token, () -> {
                assertThat(CancellationToken.of(endOfSleepUnder(inner.token()))).isSameAs(inner.token());
                return sleep(ofSeconds(1), "goes on");
            });
            assertThat(value).isEqualTo("goes on");
            assertThat(currentTask().cancelling()).isZero();
        });
    }

    @LazyAndEager
    void ofNestedBlocksCancelledAtOnceTheOuterTells(Mode mode) throws Exception {
        mode.run(() -> {
            CancellationTokenSource inner = new CancellationTokenSource();
            getRunningLoop().callLater(ofSeconds(1), () -> {
                source.cancel("outer");
                inner.cancel("inner");
            });
            CancelledError error =
                    catchThrowableOfType(CancelledError.class, () -> withToken(token, () -> sleepUnder(inner.token())));
            assertThat(CancellationToken.of(error)).isSameAs(token);
            assertThat(currentTask().cancelling()).isZero();
        });
    }

    @LazyAndEager
    void blocksOfOneTokenNest(Mode mode) throws Exception {
        mode.run(() -> {
            cancelSoon(source, "enough");
            CancelledError error =
                    catchThrowableOfType(CancelledError.class, () -> withToken(token, () -> sleepUnder(token)));
            assertThat(CancellationToken.of(error)).isSameAs(token);
            assertThat(currentTask().cancelling()).isZero();
        });
    }

    @LazyAndEager
    void blockInATaskOfTheSameTokenEndsTheTaskByTheToken(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> task = CancellationTokens.createTask(() -> sleepUnder(token), token);
            sleep(ofSeconds(1));
            source.cancel("enough");
            CancelledError error = catchThrowableOfType(CancelledError.class, task::await);
            assertThat(CancellationToken.of(error)).isSameAs(token);
        });
    }

    @LazyAndEager
    void timeoutInsideIsATimeout(Mode mode) throws Exception {
        mode.run(() -> {
            assertThatThrownBy(() -> withToken(token, () -> timeout(ofSeconds(1), limit -> sleep(ofDays(1)))))
                    .isInstanceOf(TimeoutException.class);
            assertThat(currentTask().cancelling()).isZero();
        });
    }

    @LazyAndEager
    void tokenInsideATimeoutIsNoTimeout(Mode mode) throws Exception {
        mode.run(() -> {
            cancelSoon(source, "enough");
            assertThatThrownBy(() -> timeout(ofSeconds(2), limit -> {
                        sleepUnder(token);
                    }))
                    .isInstanceOf(CancelledError.class)
                    .hasMessage("enough");
            assertThat(currentTask().cancelling()).isZero();
        });
    }

    @LazyAndEager
    void timeoutAroundThatExpiresAtTheSameTimeIsATimeout(Mode mode) throws Exception {
        mode.run(() -> {
            cancelSoon(source, "enough");
            assertThatThrownBy(() -> timeout(ofSeconds(1), limit -> {
                        sleepUnder(token);
                    }))
                    .isInstanceOf(TimeoutException.class);
            assertThat(currentTask().cancelling()).isZero();
        });
    }

    @LazyAndEager
    void currentTokenIsTheInnermost(Mode mode) throws Exception {
        mode.run(() -> {
            CancellationTokenSource inner = new CancellationTokenSource();
            withToken(token, () -> {
                seen.add(CancellationToken.current());
                withToken(inner.token(), () -> {
                    seen.add(CancellationToken.current());
                });
                seen.add(CancellationToken.current());
            });
            seen.add(CancellationToken.current());
            assertThat(seen).containsExactly(token, inner.token(), token, CancellationToken.none());
        });
    }

    @LazyAndEager
    void needsATask(Mode mode) throws Exception {
        mode.run(() -> {
            Future<Void> called = getRunningLoop().createFuture();
            getRunningLoop().callSoon(() -> {
                assertThatIllegalStateException()
                        .isThrownBy(() -> withToken(token, () -> {}))
                        .withMessageContaining("needs a task");
                called.setResult(null);
            });
            called.await();
        });
    }

    @LazyAndEager
    void tokenIsSeenByAFunctionInAThread(Mode mode) throws Exception {
        mode.run(() -> {
            CancellationToken there = withToken(token, () -> toThread(CancellationToken::current));
            assertThat(there).isSameAs(token);
        });
    }
}
