package io.asyncio4j.behaviours.timeouts;

import static io.asyncio4j.Asyncio.getRunningLoop;
import static io.asyncio4j.Asyncio.sleep;
import static io.asyncio4j.Asyncio.timeout;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asyncio4j.testkit.LazyAndEager;
import io.asyncio4j.testkit.Mode;
import io.asyncio4j.testkit.VirtualTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;

@VirtualTime(detectDeadlock = true)
class RescheduleTest {
    private final List<Object> seen = new ArrayList<>();

    private static long in(int seconds) {
        return getRunningLoop().time() + ofSeconds(seconds).toNanos();
    }

    @LazyAndEager
    void laterDeadlineGivesMoreTime(Mode mode) throws Exception {
        mode.run(() -> {
            String value = timeout(ofSeconds(1), limit -> {
                limit.reschedule(in(10));
                return sleep(ofSeconds(5), "value");
            });
            assertThat(value).isEqualTo("value");
        });
    }

    @LazyAndEager
    void earlierDeadlineTakesTimeAway(Mode mode) throws Exception {
        mode.run(() -> assertThatThrownBy(() -> timeout(ofSeconds(10), limit -> {
                    limit.reschedule(in(1));
                    sleep(ofSeconds(5));
                }))
                .isInstanceOf(TimeoutException.class));
    }

    @LazyAndEager
    void nullTakesTheLimitAway(Mode mode) throws Exception {
        mode.run(() -> {
            String value = timeout(ofSeconds(1), limit -> {
                limit.reschedule(null);
                assertThat(limit.when()).isNull();
                return sleep(ofDays(1000), "value");
            });
            assertThat(value).isEqualTo("value");
        });
    }

    @LazyAndEager
    void limitCanBeSetOnceItIsKnown(Mode mode) throws Exception {
        mode.run(() -> assertThatThrownBy(() -> timeout(null, limit -> {
                    limit.reschedule(in(1));
                    sleep(ofSeconds(5));
                }))
                .isInstanceOf(TimeoutException.class));
    }

    @LazyAndEager
    void pastDeadlineExpiresInTheNextTurnAndNotAtOnce(Mode mode) throws Exception {
        mode.run(() -> assertThatThrownBy(() -> timeout(ofSeconds(10), limit -> {
                    limit.reschedule(in(-1));
                    seen.add(limit.expired());
                    sleep(ZERO);
                    sleep(ZERO);
                    seen.add("never here");
                }))
                .isInstanceOf(TimeoutException.class));
        assertThat(seen).containsExactly(false);
    }

    @LazyAndEager
    void whenIsTheNewDeadline(Mode mode) throws Exception {
        mode.run(() -> timeout(ofSeconds(1), limit -> {
            long deadline = in(7);
            limit.reschedule(deadline);
            assertThat(limit.when()).isEqualTo(deadline);
        }));
    }

    @LazyAndEager
    void callbackMayGiveMoreTime(Mode mode) throws Exception {
        mode.run(() -> {
            String value = timeout(ofSeconds(2), limit -> {
                getRunningLoop().callLater(ofSeconds(1), () -> limit.reschedule(in(10)));
                return sleep(ofSeconds(5), "value");
            });
            assertThat(value).isEqualTo("value");
        });
    }
}
