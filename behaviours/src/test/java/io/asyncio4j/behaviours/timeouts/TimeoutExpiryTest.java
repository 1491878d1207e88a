package io.asyncio4j.behaviours.timeouts;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.currentTask;
import static io.asyncio4j.Asyncio.getRunningLoop;
import static io.asyncio4j.Asyncio.sleep;
import static io.asyncio4j.Asyncio.timeout;
import static io.asyncio4j.Asyncio.timeoutAt;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.asyncio4j.CancelledError;
import io.asyncio4j.Task;
import io.asyncio4j.Timeout;
import io.asyncio4j.testkit.LazyAndEager;
import io.asyncio4j.testkit.Mode;
import io.asyncio4j.testkit.VirtualTime;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;

@VirtualTime(detectDeadlock = true)
class TimeoutExpiryTest {
    private final List<Object> seen = new ArrayList<>();

    @LazyAndEager
    void blockInTimeReturnsItsValue(Mode mode) throws Exception {
        mode.run(() -> {
            String value = timeout(ofSeconds(2), limit -> sleep(ofSeconds(1), "value"));
            assertThat(value).isEqualTo("value");
        });
    }

    @LazyAndEager
    void lateBlockIsATimeout(Mode mode) throws Exception {
        mode.run(() -> {
            long before = getRunningLoop().time();
            assertThatThrownBy(() -> timeout(ofSeconds(1), limit -> {
                        sleep(ofDays(1));
                    }))
                    .isExactlyInstanceOf(TimeoutException.class);
            assertThat(getRunningLoop().time() - before).isEqualTo(1_000_000_000L);
        });
    }

    @LazyAndEager
    void timeoutIsCausedByTheVeryCancellationSeenInside(Mode mode) throws Exception {
        mode.run(() -> {
            Throwable thrown = catchThrowable(() -> timeout(ofSeconds(1), limit -> {
                try {
                    sleep(ofDays(1));
                } catch (CancelledError error) {
                    seen.add(error);
                    throw error;
                }
            }));
            assertThat(seen).containsExactly(thrown.getCause());
        });
    }

    @LazyAndEager
    void countIsAsBeforeAndTheTaskGoesOn(Mode mode) throws Exception {
        mode.run(() -> {
            assertThatThrownBy(() -> timeout(ofSeconds(1), limit -> {
                        sleep(ofDays(1));
                    }))
                    .isInstanceOf(TimeoutException.class);
            assertThat(currentTask().cancelling()).isZero();
            assertThat(sleep(ofSeconds(1), "goes on")).isEqualTo("goes on");
        });
    }

    @LazyAndEager
    void insideTheBlockTheRequestCounts(Mode mode) throws Exception {
        mode.run(() -> catchThrowable(() -> timeout(ofSeconds(1), limit -> {
            try {
                sleep(ofDays(1));
            } finally {
                seen.add(currentTask().cancelling());
            }
        })));
        assertThat(seen).containsExactly(1);
    }

    @LazyAndEager
    void withoutLimitItNeverExpires(Mode mode) throws Exception {
        mode.run(() -> {
            String value = timeout(null, limit -> sleep(ofDays(1000), "value"));
            String at = timeoutAt(null, limit -> sleep(ofDays(1000), "value"));
            assertThat(List.of(value, at)).containsOnly("value");
        });
    }

    @LazyAndEager
    void deadlineThatIsPastExpiresAtTheFirstWait(Mode mode) throws Exception {
        mode.run(() -> {
            sleep(ofSeconds(5));
            assertThatThrownBy(() -> timeoutAt(1L, limit -> {
                        seen.add("began");
                        sleep(ZERO);
                        sleep(ZERO);
                        seen.add("never here");
                    }))
                    .isInstanceOf(TimeoutException.class);
        });
        assertThat(seen).containsExactly("began");
    }

    @LazyAndEager
    void deadlineThatIsPastDoesNotHurtABlockThatNeverWaits(Mode mode) throws Exception {
        mode.run(() -> {
            sleep(ofSeconds(5));
            String value = timeoutAt(1L, limit -> "value");
            assertThat(value).isEqualTo("value");
            assertThat(sleep(ofSeconds(1), "goes on")).isEqualTo("goes on");
        });
    }

    @LazyAndEager
    void zeroAndNegativeTimeExpireInTheNextTurn(Mode mode) throws Exception {
        mode.run(() -> {
            assertThatThrownBy(() -> timeout(ZERO, limit -> {
                        sleep(ofSeconds(1));
                    }))
                    .isInstanceOf(TimeoutException.class);
            assertThatThrownBy(() -> timeout(ofSeconds(-1), limit -> {
                        sleep(ofSeconds(1));
                    }))
                    .isInstanceOf(TimeoutException.class);
        });
    }

    @LazyAndEager
    void timeoutExceptionOfTheBodyIsItsOwn(Mode mode) throws Exception {
        TimeoutException own = new TimeoutException("mine");
        mode.run(() -> {
            Timeout timeout = Timeout.of(ofSeconds(1));
            assertThatThrownBy(() -> timeout.with(limit -> {
                        throw own;
                    }))
                    .isSameAs(own);
            assertThat(timeout.expired()).isFalse();
        });
    }

    @LazyAndEager
    void failureOfTheCleanupReplacesTheTimeout(Mode mode) throws Exception {
        IOException failure = new IOException("no cleanup");
        mode.run(() -> {
            Timeout timeout = Timeout.of(ofSeconds(1));
            assertThatThrownBy(() -> timeout.with(limit -> {
                        try {
                            sleep(ofDays(1));
                        } catch (CancelledError error) {
                            throw failure;
                        }
                    }))
                    .isSameAs(failure);
            assertThat(timeout.expired()).isTrue();
            assertThat(currentTask().cancelling()).isZero();
        });
    }

    @LazyAndEager
    void blockThatSwallowsTheCancellationReturnsItsValueAndHasExpired(Mode mode) throws Exception {
        mode.run(() -> {
            Timeout timeout = Timeout.of(ofSeconds(1));
            String value = timeout.with(limit -> {
                try {
                    sleep(ofDays(1));
                } catch (CancelledError swallowed) {
                    // and so it has a value
                }
                return "value";
            });
            assertThat(value).isEqualTo("value");
            assertThat(timeout.expired()).isTrue();
            assertThat(currentTask().cancelling()).isZero();
        });
    }

    @LazyAndEager
    void cancellationFromOutsideIsNoTimeout(Mode mode) throws Exception {
        mode.run(() -> {
            Timeout[] timeout = new Timeout[1];
            Task<?> task = createTask(() -> timeout(ofSeconds(2), limit -> {
                timeout[0] = limit;
                sleep(ofDays(1));
            }));
            sleep(ofSeconds(1));
            task.cancel("enough");
            assertThatThrownBy(task::await).isInstanceOf(CancelledError.class).hasMessage("enough");
            assertThat(timeout[0].expired()).isFalse();
        });
    }

    @LazyAndEager
    void cancellationFromOutsideInTheSameTurnWins(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> task = createTask(() -> timeout(ofSeconds(1), limit -> {
                sleep(ofDays(1));
            }));
            getRunningLoop().callLater(ofSeconds(1), task::cancel);
            assertThatThrownBy(task::await).isInstanceOf(CancelledError.class);
            assertThat(task.cancelling()).isEqualTo(1);
        });
    }

    @LazyAndEager
    void requestFromBeforeTheBlockDoesNotHideTheTimeout(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> task = createTask(() -> {
                currentTask().cancel();
                assertThatThrownBy(() -> sleep(ZERO)).isInstanceOf(CancelledError.class);
                timeout(ofSeconds(1), limit -> {
                    sleep(ofDays(1));
                });
            });
            assertThatThrownBy(task::await).isInstanceOf(TimeoutException.class);
            assertThat(task.cancelling()).isEqualTo(1);
        });
    }

    @LazyAndEager
    void timerOfABlockThatEndedInTimeIsGone(Mode mode) throws Exception {
        mode.run(() -> {
            timeout(ofSeconds(1), limit -> {
                sleep(ofMillis(1));
            });
            sleep(ofSeconds(5));
            assertThat(currentTask().cancelling()).isZero();
        });
    }
}
