package io.asyncio4j.behaviours.timeouts;

import static io.asyncio4j.Asyncio.currentTask;
import static io.asyncio4j.Asyncio.sleep;
import static io.asyncio4j.Asyncio.taskGroup;
import static io.asyncio4j.Asyncio.timeout;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.asyncio4j.CancelledError;
import io.asyncio4j.ExceptionGroup;
import io.asyncio4j.Timeout;
import io.asyncio4j.testkit.LazyAndEager;
import io.asyncio4j.testkit.Mode;
import io.asyncio4j.testkit.VirtualTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;

@VirtualTime(detectDeadlock = true)
class TimeoutNestingTest {
    private final List<Object> seen = new ArrayList<>();

    private static void sleepUnder(Timeout timeout) throws Exception {
        timeout.with(limit -> {
            sleep(ofDays(1));
        });
    }

    @LazyAndEager
    void innerThatExpiresFirstIsSeenInsideTheOuter(Mode mode) throws Exception {
        mode.run(() -> timeout(ofSeconds(2), outer -> {
            assertThatThrownBy(() -> sleepUnder(Timeout.of(ofSeconds(1)))).isInstanceOf(TimeoutException.class);
            assertThat(outer.expired()).isFalse();
        }));
    }

    @LazyAndEager
    void outerThatExpiresFirstIsACancellationInsideTheInner(Mode mode) throws Exception {
        mode.run(() -> {
            Timeout inner = Timeout.of(ofSeconds(2));
            Timeout outer = Timeout.of(ofSeconds(1));
            assertThatThrownBy(() -> outer.with(limit -> {
                        seen.add(catchThrowable(() -> sleepUnder(inner)));
                        throw (Error) seen.getFirst();
                    }))
                    .isInstanceOf(TimeoutException.class);
            assertThat(seen).singleElement().isInstanceOf(CancelledError.class);
            assertThat(inner.expired()).isFalse();
            assertThat(outer.expired()).isTrue();
        });
    }

    @LazyAndEager
    void whenBothExpireAtOnceTheOuterTells(Mode mode) throws Exception {
        mode.run(() -> {
            Timeout inner = Timeout.of(ofSeconds(1));
            Timeout outer = Timeout.of(ofSeconds(1));
            assertThatThrownBy(() -> outer.with(limit -> {
                        seen.add(catchThrowable(() -> sleepUnder(inner)));
                        throw (Error) seen.getFirst();
                    }))
                    .isInstanceOf(TimeoutException.class);
            assertThat(seen).singleElement().isInstanceOf(CancelledError.class);
            assertThat(inner.expired() && outer.expired()).isTrue();
            assertThat(currentTask().cancelling()).isZero();
        });
    }

    @LazyAndEager
    void outerMayExpireWhileTheInnerCleansUp(Mode mode) throws Exception {
        mode.run(() -> {
            assertThatThrownBy(() -> timeout(ofSeconds(2), outer -> {
                        timeout(ofSeconds(1), inner -> {
                            try {
                                sleep(ofDays(1));
                            } finally {
                                sleep(ofDays(1));
                            }
                        });
                    }))
                    .isInstanceOf(TimeoutException.class);
            assertThat(currentTask().cancelling()).isZero();
        });
    }

    @LazyAndEager
    void timeoutAroundAGroupCancelsItsChildren(Mode mode) throws Exception {
        mode.run(() -> assertThatThrownBy(() -> timeout(ofSeconds(1), limit -> {
                    taskGroup(group -> {
                        group.createTask(() -> {
                            try {
                                sleep(ofDays(1));
                            } finally {
                                seen.add("cancelled");
                            }
                        });
                    });
                }))
                .isInstanceOf(TimeoutException.class));
        assertThat(seen).containsExactly("cancelled");
    }

    @LazyAndEager
    void timeoutInsideAChildIsAFailureOfTheGroup(Mode mode) throws Exception {
        mode.run(() -> assertThatThrownBy(() -> taskGroup(group -> {
                    group.createTask(() -> sleepUnder(Timeout.of(ofSeconds(1))));
                }))
                .isInstanceOfSatisfying(
                        ExceptionGroup.class,
                        failures -> assertThat(failures.exceptions())
                                .singleElement()
                                .isInstanceOf(TimeoutException.class)));
    }

    /** Checked on CPython: what a group asks for again is not taken back with the timeout around it. */
    @LazyAndEager
    void cancellationThatAGroupHasPutOffOutlivesTheTimeoutAroundIt(Mode mode) throws Exception {
        mode.run(() -> {
            currentTask().cancel();
            assertThatThrownBy(() -> sleep(ZERO)).isInstanceOf(CancelledError.class);

            assertThatThrownBy(() -> timeout(ofSeconds(1), limit -> {
                        assertThatThrownBy(() -> sleep(ofSeconds(3))).isInstanceOf(CancelledError.class);
                        taskGroup(group -> group.createTask(() -> {
                            throw new IllegalStateException("a child's");
                        }));
                    }))
                    .isInstanceOf(ExceptionGroup.class);

            assertThat(currentTask().cancelling()).isEqualTo(1);
            assertThatThrownBy(() -> sleep(ZERO)).isInstanceOf(CancelledError.class);
        });
    }
}
