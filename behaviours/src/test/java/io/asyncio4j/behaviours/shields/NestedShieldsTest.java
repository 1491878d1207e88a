package io.asyncio4j.behaviours.shields;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.currentTask;
import static io.asyncio4j.Asyncio.shielded;
import static io.asyncio4j.Asyncio.sleep;
import static io.asyncio4j.Asyncio.timeout;
import static io.asyncio4j.behaviours.time.LoopTime.now;
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

/** Sections inside each other. */
@VirtualTime(detectDeadlock = true)
class NestedShieldsTest {
    private final List<Object> seen = new ArrayList<>();

    @LazyAndEager
    void sectionInASectionKeepsUntilTheOuterEnds(Mode mode) throws Exception {
        mode.run(() -> {
            Duration start = now();
            Task<?> task = createTask(() -> {
                shielded(ofSeconds(10), () -> {
                    shielded(ofSeconds(2), () -> sleep(ofSeconds(3)));
                    sleep(ofSeconds(1));
                    seen.add("both ended");
                });
                sleep(ofDays(1));
            });
            sleep(ofSeconds(1));
            task.cancel();
            assertThatThrownBy(task::await).isInstanceOf(CancelledError.class);
            assertThat(now().minus(start)).isEqualTo(ofSeconds(4));
        });
        assertThat(seen).containsExactly("both ended");
    }

    @LazyAndEager
    void whenTheOuterLimitIsOverTheInnerKeeps(Mode mode) throws Exception {
        mode.run(() -> {
            Duration start = now();
            Task<?> task = createTask(() -> shielded(ofSeconds(2), () -> {
                shielded(ofSeconds(10), () -> sleep(ofSeconds(5)));
                seen.add("inner ended");
                sleep(ofDays(1));
            }));
            sleep(ofSeconds(1));
            task.cancel();
            assertThatThrownBy(task::await).isInstanceOf(CancelledError.class);
            assertThat(now().minus(start)).isEqualTo(ofSeconds(5));
        });
        assertThat(seen).containsExactly("inner ended");
    }

    @LazyAndEager
    void timeoutBetweenTwoSectionsIsKeptByTheInnerOne(Mode mode) throws Exception {
        mode.run(() -> {
            Duration start = now();
            Task<?> task = createTask(() -> {
                shielded(ofSeconds(10), () -> {
                    assertThatThrownBy(() -> timeout(ofSeconds(2), t -> {
                                shielded(ofSeconds(10), () -> sleep(ofSeconds(4)));
                                sleep(ofDays(1));
                            }))
                            .isInstanceOf(TimeoutException.class);
                    assertThat(now().minus(start)).isEqualTo(ofSeconds(4));
                    sleep(ofSeconds(1));
                    seen.add("undisturbed");
                });
                seen.add(currentTask().cancelling());
                sleep(ofDays(1));
            });
            sleep(ofSeconds(1));
            task.cancel("kept by the outer one");
            assertThatThrownBy(task::await).isInstanceOf(CancelledError.class).hasMessage("kept by the outer one");
        });
        assertThat(seen).containsExactly("undisturbed", 1);
    }
}
