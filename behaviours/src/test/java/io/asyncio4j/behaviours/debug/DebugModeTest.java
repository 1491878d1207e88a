package io.asyncio4j.behaviours.debug;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.getRunningLoop;
import static io.asyncio4j.Asyncio.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asyncio4j.EventLoop;
import io.asyncio4j.Runner;
import io.asyncio4j.testkit.VirtualTime;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@VirtualTime
class DebugModeTest {
    @Test
    void runMaySwitchItOn() throws Exception {
        boolean debug = run(() -> getRunningLoop().getDebug(), true);
        assertThat(debug).isTrue();
    }

    @Test
    void runMaySwitchItOff() throws Exception {
        boolean debug = run(() -> getRunningLoop().getDebug(), false);
        assertThat(debug).isFalse();
    }

    @Test
    void bodyWithoutResultMayRunInDebugMode() throws Exception {
        run(() -> assertThat(getRunningLoop().getDebug()).isTrue(), true);
    }

    @Test
    void runnerMaySwitchItOn() throws Exception {
        try (Runner runner = new Runner(true)) {
            assertThat(runner.getLoop().getDebug()).isTrue();
        }
    }

    @Test
    void runnerWithoutChoiceLeavesTheLoopAsItIs() {
        EventLoop loop = new EventLoop();
        loop.setDebug(true);
        try (Runner runner = new Runner(() -> loop)) {
            assertThat(runner.getLoop().getDebug()).isTrue();
        }
    }

    @Test
    void newLoopIsNotInDebugMode() {
        EventLoop loop = new EventLoop();
        assertThat(loop.getDebug()).isFalse();
        loop.close();
    }

    @Test
    void itMayBeSwitchedWhileTheLoopRuns() throws Exception {
        run(() -> {
            getRunningLoop().setDebug(true);
            assertThat(createTask(() -> 1).toString()).contains("created at DebugModeTest.java:");
            getRunningLoop().setDebug(false);
            assertThat(createTask(() -> 1).toString()).doesNotContain("created at");
        });
    }

    @Test
    void loopShowsItsDebugMode() throws Exception {
        run(() -> assertThat(getRunningLoop().toString()).contains("debug=true"), true);
    }

    @Test
    void slowIsAtFirstATenthOfASecond() {
        EventLoop loop = new EventLoop();
        assertThat(loop.getSlowCallbackDuration()).isEqualTo(Duration.ofMillis(100));
        loop.close();
    }

    @Test
    void slowCallbackDurationIsKept() {
        EventLoop loop = new EventLoop();
        loop.setSlowCallbackDuration(Duration.ofSeconds(1));
        assertThat(loop.getSlowCallbackDuration()).isEqualTo(Duration.ofSeconds(1));
        loop.close();
    }

    @Test
    void nullSlowCallbackDurationIsRefused() {
        EventLoop loop = new EventLoop();
        assertThatThrownBy(() -> loop.setSlowCallbackDuration(null)).isInstanceOf(NullPointerException.class);
        assertThat(loop.getSlowCallbackDuration()).isEqualTo(Duration.ofMillis(100));
        loop.close();
    }
}
