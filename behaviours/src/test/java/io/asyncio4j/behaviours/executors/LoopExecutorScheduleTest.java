package io.asyncio4j.behaviours.executors;

import static io.asyncio4j.Asyncio.getRunningLoop;
import static io.asyncio4j.Asyncio.run;
import static io.asyncio4j.Asyncio.sleep;
import static io.asyncio4j.behaviours.executors.LoopWork.await;
import static io.asyncio4j.behaviours.executors.LoopWork.executor;
import static io.asyncio4j.behaviours.time.LoopTime.now;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.asyncio4j.executors.LoopExecutor;
import io.asyncio4j.testkit.VirtualTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A loop as a {@code ScheduledExecutorService}: work that is late, or comes again. */
@VirtualTime
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SAME_THREAD)
class LoopExecutorScheduleTest {
    private final List<Object> seen = new ArrayList<>();

    @Test
    void delayIsOfTheLoopsClock() throws Exception {
        run(() -> {
            ScheduledFuture<Long> late = executor().schedule(() -> now().toSeconds(), 3600, SECONDS);
            assertThat(late.getDelay(SECONDS)).isEqualTo(3600);
            assertThat(await(late)).isEqualTo(3600);
        });
    }

    @Test
    void scheduledWorkRunsByItsDeadline() throws Exception {
        run(() -> {
            LoopExecutor executor = executor();
            ScheduledFuture<?> second = executor.schedule(() -> seen.add("second"), 2, SECONDS);
            ScheduledFuture<?> first = executor.schedule(() -> seen.add("first"), 1, SECONDS);
            executor.schedule(() -> seen.add("now"), -1, SECONDS);
            assertThat(first.compareTo(second)).isNegative();
            await(second);
        });
        assertThat(seen).containsExactly("now", "first", "second");
    }

    @Test
    void fixedRateMakesUpForWhatIsLate() throws Exception {
        run(() -> {
            ScheduledFuture<?> ticks = executor()
                    .scheduleAtFixedRate(
                            () -> {
                                seen.add(now().toSeconds());
                                sleep(ofSeconds(seen.size() == 1 ? 5 : 0));
                            },
                            1,
                            2,
                            SECONDS);
            sleep(ofMillis(9_500));
            ticks.cancel(false);
        });
        assertThat(seen).containsExactly(1L, 6L, 6L, 7L, 9L);
    }

    @Test
    void fixedDelayCountsFromTheEnd() throws Exception {
        run(() -> {
            ScheduledFuture<?> ticks = executor()
                    .scheduleWithFixedDelay(
                            () -> {
                                seen.add(now().toSeconds());
                                sleep(ofSeconds(5));
                            },
                            1,
                            2,
                            SECONDS);
            sleep(ofSeconds(16));
            ticks.cancel(true);
        });
        assertThat(seen).containsExactly(1L, 8L, 15L);
    }

    @Test
    void failureStopsWhatIsPeriodic() throws Exception {
        run(() -> {
            ScheduledFuture<?> ticks = executor()
                    .scheduleAtFixedRate(
                            () -> {
                                seen.add(now().toSeconds());
                                throw new IllegalStateException("broken");
                            },
                            1,
                            1,
                            SECONDS);
            assertThatIllegalStateException().isThrownBy(() -> await(ticks));
            sleep(ofSeconds(5));
        });
        assertThat(seen).containsExactly(1L);
    }

    @Test
    void periodOfNothingIsRefused() throws Exception {
        run(() -> {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> executor().scheduleAtFixedRate(() -> {}, 1, 0, SECONDS));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> executor().scheduleWithFixedDelay(() -> {}, 1, -1, SECONDS));
        });
    }

    @Test
    void lateWorkLetsTheOthersRunInBetween() throws Exception {
        run(() -> {
            ScheduledFuture<?> ticks = executor()
                    .scheduleAtFixedRate(
                            () -> {
                                seen.add("tick");
                                if (seen.size() == 1) {
                                    sleep(ofSeconds(5));
                                    getRunningLoop().callSoon(() -> seen.add("other"));
                                }
                            },
                            0,
                            1,
                            SECONDS);
            sleep(ofMillis(5_500));
            ticks.cancel(true);
        });
        assertThat(seen).startsWith("tick", "other", "tick").hasSize(7);
    }
}
