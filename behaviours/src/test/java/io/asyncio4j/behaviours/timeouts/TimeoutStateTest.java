package io.asyncio4j.behaviours.timeouts;

import static io.asyncio4j.Asyncio.getRunningLoop;
import static io.asyncio4j.Asyncio.run;
import static io.asyncio4j.Asyncio.sleep;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.asyncio4j.Block;
import io.asyncio4j.Timeout;
import io.asyncio4j.VoidBlock;
import io.asyncio4j.testkit.VirtualTime;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** The states of a timeout: what each shows, and what each refuses. */
@VirtualTime(detectDeadlock = true)
class TimeoutStateTest {
    private final List<String> shown = new ArrayList<>();

    private static void expire(Timeout timeout) {
        assertThatThrownBy(() -> timeout.with(limit -> {
                    sleep(ofDays(1));
                }))
                .isInstanceOf(TimeoutException.class);
    }

    @Test
    void createdIsShown() {
        assertThat(Timeout.at(7L)).hasToString("<Timeout [created]>");
    }

    @Test
    void activeIsShownWithItsDeadline() throws Exception {
        run(() -> Timeout.at(7_000_000_000L).with(limit -> {
            shown.add(limit.toString());
        }));
        assertThat(shown).containsExactly("<Timeout [active] when=7000000000>");
    }

    @Test
    void activeWithoutLimitIsShownWithNone() throws Exception {
        run(() -> Timeout.of(null).with(limit -> {
            shown.add(limit.toString());
        }));
        assertThat(shown).containsExactly("<Timeout [active] when=null>");
    }

    @Test
    void expiringIsShown() throws Exception {
        run(() -> catchThrowable(() -> Timeout.of(ofSeconds(1)).with(limit -> {
            try {
                sleep(ofDays(1));
            } finally {
                shown.add(limit.toString());
            }
        })));
        assertThat(shown).containsExactly("<Timeout [expiring]>");
    }

    @Test
    void expiredIsShown() throws Exception {
        run(() -> {
            Timeout timeout = Timeout.of(ofSeconds(1));
            expire(timeout);
            assertThat(timeout).hasToString("<Timeout [expired]>");
        });
    }

    @Test
    void finishedIsShown() throws Exception {
        run(() -> {
            Timeout timeout = Timeout.of(ofSeconds(1));
            timeout.with(limit -> {});
            assertThat(timeout).hasToString("<Timeout [finished]>");
        });
    }

    @Test
    void finishedAfterAFailureIsShown() throws Exception {
        run(() -> {
            Timeout timeout = Timeout.of(ofSeconds(1));
            assertThatThrownBy(() -> timeout.with(limit -> {
                        throw new IOException("disk");
                    }))
                    .isInstanceOf(IOException.class);
            assertThat(timeout).hasToString("<Timeout [finished]>");
        });
    }

    @Test
    void rescheduleBeforeTheEntryIsRefused() {
        Timeout timeout = Timeout.at(7L);
        assertThatThrownBy(() -> timeout.reschedule(8L))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("has not been entered");
        assertThat(timeout.when()).isEqualTo(7L);
    }

    @Test
    void rescheduleAfterTheBlockIsRefused() throws Exception {
        run(() -> {
            Timeout timeout = Timeout.of(null);
            timeout.with(limit -> {});
            assertThatThrownBy(() -> timeout.reschedule(8L))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("Cannot change state of finished Timeout");
        });
    }

    @Test
    void rescheduleWhileExpiringIsRefused() throws Exception {
        run(() -> catchThrowable(() -> Timeout.of(ofSeconds(1)).with(limit -> {
            try {
                sleep(ofDays(1));
            } finally {
                shown.add(catchThrowable(() -> limit.reschedule(null)).getMessage());
            }
        })));
        assertThat(shown).singleElement().asString().contains("Cannot change state of expiring Timeout");
    }

    @Test
    void rescheduleAfterItExpiredIsRefused() throws Exception {
        run(() -> {
            Timeout timeout = Timeout.of(ofSeconds(1));
            expire(timeout);
            assertThatThrownBy(() -> timeout.reschedule(null))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("Cannot change state of expired Timeout");
        });
    }

    @Test
    void secondEntryIsRefused() throws Exception {
        run(() -> {
            Timeout timeout = Timeout.of(null);
            timeout.with(limit -> {});
            assertThatThrownBy(() -> timeout.with(limit -> {}))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("already been entered");
        });
    }

    @Test
    void entryInsideItsOwnBlockIsRefused() throws Exception {
        run(() -> Timeout.of(null).with(limit -> {
            assertThatThrownBy(() -> limit.with(again -> {}))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("already been entered");
        }));
    }

    @Test
    void refusedEntryLeavesTheTimeoutUsable() throws Exception {
        Timeout timeout = Timeout.at(null);
        assertThatThrownBy(() -> timeout.with(limit -> {})).isInstanceOf(IllegalStateException.class);
        run(() -> timeout.with(limit -> {
            shown.add("entered");
        }));
        assertThat(shown).containsExactly("entered");
    }

    @Test
    void callbackCannotEnter() throws Exception {
        List<Throwable> thrown = new ArrayList<>();
        run(() -> {
            getRunningLoop()
                    .callSoon(() ->
                            thrown.add(catchThrowable(() -> Timeout.at(null).with(limit -> {}))));
            sleep(ZERO);
        });
        assertThat(thrown).singleElement().isInstanceOf(IllegalStateException.class);
    }

    @Test
    void delayWithoutARunningLoopIsRefused() {
        assertThatThrownBy(() -> Timeout.of(ofSeconds(1))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void delayBeyondTheClockIsRefused() throws Exception {
        run(() -> assertThatThrownBy(() -> Timeout.of(Duration.ofSeconds(Long.MAX_VALUE)))
                .isInstanceOf(IllegalArgumentException.class));
    }

    @Test
    void nullBlockIsRefusedAndLeavesTheTimeoutUsable() throws Exception {
        run(() -> {
            Timeout timeout = Timeout.of(null);
            assertThatThrownBy(() -> timeout.with((VoidBlock<Timeout>) null)).isInstanceOf(NullPointerException.class);
            assertThatThrownBy(() -> timeout.with((Block<Timeout, Object>) null))
                    .isInstanceOf(NullPointerException.class);
            timeout.with(limit -> {});
        });
    }

    @Test
    void whenIsTheDeadlineOnTheLoopsClock() throws Exception {
        run(() -> {
            sleep(ofSeconds(5));
            assertThat(Timeout.of(ofSeconds(2)).when())
                    .isEqualTo(getRunningLoop().time() + 2_000_000_000L);
            assertThat(Timeout.of(null).when()).isNull();
            assertThat(Timeout.at(7L).when()).isEqualTo(7L);
        });
    }
}
