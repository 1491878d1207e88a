package io.asyncio4j.behaviours.shields;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.currentTask;
import static io.asyncio4j.Asyncio.moveOnAfter;
import static io.asyncio4j.Asyncio.shielded;
import static io.asyncio4j.Asyncio.sleep;
import static io.asyncio4j.Asyncio.timeout;
import static io.asyncio4j.Asyncio.waitFor;
import static io.asyncio4j.behaviours.time.LoopTime.now;
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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;

/** Timeouts inside and around a section. */
@VirtualTime(detectDeadlock = true)
class ShieldedTimeoutsTest {
    private final List<Object> seen = new ArrayList<>();

    private static void sleepFor(Duration limit) throws Exception {
        timeout(limit, t -> {
            sleep(ofDays(1));
        });
    }

    @LazyAndEager
    void timeoutInsideExpiresWhileARequestIsKept(Mode mode) throws Exception {
        mode.run(() -> {
            Duration start = now();
            Task<?> task = createTask(() -> {
                shielded(ofSeconds(10), () -> {
                    assertThatThrownBy(() -> sleepFor(ofSeconds(3))).isInstanceOf(TimeoutException.class);
                    assertThat(now().minus(start)).isEqualTo(ofSeconds(3));
                    assertThat(currentTask().cancelling()).isZero();
                    seen.add("timed out");
                });
                seen.add(currentTask().cancelling());
                sleep(ZERO);
            });
            sleep(ofSeconds(1));
            task.cancel("kept");
            assertThatThrownBy(task::await).isInstanceOf(CancelledError.class).hasMessage("kept");
        });
        assertThat(seen).containsExactly("timed out", 1);
    }

    @LazyAndEager
    void waitForInsideExpiresWhileARequestIsKept(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> task = createTask(() -> shielded(ofSeconds(10), () -> {
                assertThatThrownBy(() -> waitFor(() -> sleep(ofDays(1)), ofSeconds(3)))
                        .isInstanceOf(TimeoutException.class);
                seen.add("timed out");
            }));
            sleep(ofSeconds(1));
            task.cancel("kept");
            assertThatThrownBy(task::await).isInstanceOf(CancelledError.class).hasMessage("kept");
        });
        assertThat(seen).containsExactly("timed out");
    }

    @LazyAndEager
    void timeoutAroundIsLateButIsATimeout(Mode mode) throws Exception {
        mode.run(() -> {
            Duration start = now();
            assertThatThrownBy(() -> timeout(ofSeconds(1), t -> {
                        shielded(ofSeconds(10), () -> {
                            sleep(ofSeconds(3));
                            assertThat(t.expired()).isTrue();
                            seen.add(currentTask().cancelling());
                        });
                        sleep(ofDays(1));
                    }))
                    .isInstanceOf(TimeoutException.class);
            assertThat(now().minus(start)).isEqualTo(ofSeconds(3));
            assertThat(currentTask().cancelling()).isZero();
            // nothing is left for the next wait
            sleep(ZERO);
        });
        assertThat(seen).containsExactly(0);
    }

    @LazyAndEager
    void timeoutAroundThatNobodyNoticesLeavesTheResult(Mode mode) throws Exception {
        mode.run(() -> {
            String result =
                    timeout(ofSeconds(1), t -> shielded(ofSeconds(10), () -> sleep(ofSeconds(3), "the result")));
            assertThat(result).isEqualTo("the result");
            assertThat(currentTask().cancelling()).isZero();
            sleep(ZERO);
        });
    }

    @LazyAndEager
    void timeoutAroundThatNobodyNoticesLeavesNothingToACleanup(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> task = createTask(() -> {
                try {
                    sleep(ofDays(1));
                } finally {
                    timeout(ofSeconds(1), t -> shielded(ofSeconds(10), () -> sleep(ofSeconds(3))));
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
    void movingOnThatNobodyNoticesLeavesNothingToACleanup(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> task = createTask(() -> {
                try {
                    sleep(ofDays(1));
                } finally {
                    seen.add(moveOnAfter(ofSeconds(1), t -> {
                        shielded(ofSeconds(10), () -> sleep(ofSeconds(3)));
                    }));
                    sleep(ofSeconds(1));
                    seen.add("cleaned up");
                }
            });
            sleep(ofSeconds(1));
            task.cancel();
            assertThatThrownBy(task::await).isInstanceOf(CancelledError.class);
        });
        assertThat(seen).containsExactly(true, "cleaned up");
    }

    @LazyAndEager
    void requestFromBeforeATimeoutIsNotLostWithTheTimeouts(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> task = createTask(() -> {
                currentTask().cancel();
                timeout(ofSeconds(1), t -> shielded(ofSeconds(10), () -> sleep(ofSeconds(3))));
                sleep(ofDays(1));
            });
            assertThatThrownBy(task::await).isInstanceOf(CancelledError.class);
            assertThat(task.cancelling()).isEqualTo(1);
        });
    }

    @LazyAndEager
    void timeoutAroundInterruptsWhenTheLimitIsOver(Mode mode) throws Exception {
        mode.run(() -> {
            Duration start = now();
            assertThatThrownBy(() -> timeout(ofSeconds(1), t -> {
                        shielded(ofSeconds(5), () -> sleep(ofDays(1)));
                    }))
                    .isInstanceOf(TimeoutException.class);
            assertThat(now().minus(start)).isEqualTo(ofSeconds(5));
            assertThat(currentTask().cancelling()).isZero();
        });
    }

    @LazyAndEager
    void cancellationFromOutsideWinsOverATimeoutAround(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> task = createTask(() -> {
                try {
                    timeout(ofSeconds(1), t -> {
                        shielded(ofSeconds(10), () -> sleep(ofSeconds(3)));
                        sleep(ofDays(1));
                    });
                } finally {
                    seen.add(currentTask().cancelling());
                }
            });
            sleep(ofSeconds(2));
            task.cancel();
            assertThatThrownBy(task::await).isInstanceOf(CancelledError.class);
        });
        assertThat(seen).containsExactly(1);
    }

    @LazyAndEager
    void uncancelOfTheBodyInATimeoutLeavesWhatIsKept(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> task = createTask(() -> {
                shielded(
                        ofSeconds(10),
                        () -> timeout(ofSeconds(2), t -> {
                            assertThatThrownBy(() -> sleep(ofDays(1))).isInstanceOf(CancelledError.class);
                            currentTask().uncancel();
                        }));
                sleep(ZERO);
            });
            sleep(ofSeconds(1));
            task.cancel("kept");
            assertThatThrownBy(task::await).isInstanceOf(CancelledError.class).hasMessage("kept");
        });
    }
}
