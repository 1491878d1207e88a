package io.asyncio4j.behaviours.loop;

import static io.asyncio4j.Asyncio.sleep;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.asyncio4j.Coroutine;
import io.asyncio4j.EventLoop;
import io.asyncio4j.Future;
import io.asyncio4j.Task;
import io.asyncio4j.testkit.VirtualTime;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code runUntilComplete}, {@code runForever}, {@code stop}, {@code close} and the states between them. */
@VirtualTime(detectDeadlock = true)
class RunsTest {
    private final List<String> steps = new ArrayList<>();
    private EventLoop loop;

    @BeforeEach
    void open() {
        loop = new EventLoop();
    }

    @AfterEach
    void close() {
        loop.close();
    }

    private Runnable step(String name) {
        return () -> steps.add(name);
    }

    @Test
    void runUntilCompleteReturnsTheCoroutinesResult() throws Exception {
        assertThat(loop.runUntilComplete((Coroutine<String>) () -> sleep(ofSeconds(1), "result")))
                .isEqualTo("result");
    }

    @Test
    void runUntilCompleteReturnsTheResultOfAFuture() throws Exception {
        Future<String> future = loop.createFuture();
        loop.callLater(ofSeconds(1), () -> future.setResult("result"));
        assertThat(loop.runUntilComplete(future)).isEqualTo("result");
    }

    @Test
    void runUntilCompleteOfWhatIsDoneTakesOneTurn() throws Exception {
        Future<String> future = loop.createFuture();
        future.setResult("done");
        loop.callSoon(step("turn"));
        assertThat(loop.runUntilComplete(future)).isEqualTo("done");
        assertThat(steps).containsExactly("turn");
    }

    @Test
    void runUntilCompleteThrowsTheFailure() {
        IOException failure = new IOException("broken");
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> loop.runUntilComplete((Coroutine<String>) () -> {
                    throw failure;
                }))
                .isSameAs(failure);
    }

    @Test
    void runUntilCompleteRefusesNullAndFuturesOfOtherLoops() {
        EventLoop other = new EventLoop();
        assertThatNullPointerException().isThrownBy(() -> loop.runUntilComplete((Coroutine<String>) null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> loop.runUntilComplete(other.createFuture()))
                .withMessageContaining("different loop");
        other.close();
    }

    @Test
    void oneLoopRunsSeveralTimes() throws Exception {
        Task<String> task = loop.createTask(() -> sleep(ofSeconds(10), "survives the runs"));
        for (int run = 0; run < 3; run++) {
            loop.runUntilComplete((Coroutine<Object>) () -> sleep(ofSeconds(1), null));
            assertThat(task.done()).isFalse();
        }
        assertThat(loop.runUntilComplete(task)).isEqualTo("survives the runs");
    }

    @Test
    void stopLeavesTheFutureOfRunUntilCompletePending() {
        Future<String> future = loop.createFuture();
        loop.callSoon(loop::stop);
        assertThatIllegalStateException()
                .isThrownBy(() -> loop.runUntilComplete(future))
                .withMessageContaining("Event loop stopped before Future completed");
        assertThat(future.done()).isFalse();
    }

    @Test
    void stopLetsTheTurnEnd() {
        loop.callSoon(step("before"));
        loop.callSoon(loop::stop);
        loop.callSoon(step("after"));
        loop.runForever();
        assertThat(steps).containsExactly("before", "after");
    }

    @Test
    void stopLeavesTheNextTurnToTheNextRun() {
        loop.callSoon(() -> loop.callSoon(step("next turn")));
        loop.callSoon(loop::stop);
        loop.runForever();
        assertThat(steps).isEmpty();
        loop.stop();
        loop.runForever();
        assertThat(steps).containsExactly("next turn");
    }

    @Test
    void stopBeforeTheRunAllowsOneTurn() {
        loop.callSoon(() -> {
            steps.add("first turn");
            loop.callSoon(step("second turn"));
        });
        loop.stop();
        loop.runForever();
        assertThat(steps).containsExactly("first turn");
    }

    @Test
    void stopBeforeTheRunDoesNotWaitForTimers() {
        loop.callLater(ofSeconds(1), step("timer"));
        loop.stop();
        loop.runForever();
        assertThat(steps).isEmpty();
        assertThat(loop.time()).isZero();
    }

    @Test
    void stopIsForOneRunOnly() {
        loop.stop();
        loop.runForever();
        loop.callLater(ofSeconds(1), () -> {
            steps.add("timer");
            loop.stop();
        });
        loop.runForever();
        assertThat(steps).containsExactly("timer");
    }

    @Test
    void stopInATaskLetsTheTaskGoOnInTheNextRun() throws Exception {
        Task<String> task = loop.createTask(() -> {
            loop.stop();
            steps.add("stopped");
            sleep(ZERO);
            steps.add("resumed");
            return "done";
        });
        loop.runForever();
        assertThat(steps).containsExactly("stopped");
        assertThat(loop.runUntilComplete(task)).isEqualTo("done");
        assertThat(steps).containsExactly("stopped", "resumed");
    }

    @Test
    void knowsWhetherItRuns() throws Exception {
        assertThat(loop.isRunning()).isFalse();
        assertThat(loop.runUntilComplete((Coroutine<Boolean>) loop::isRunning)).isTrue();
        assertThat(loop.isRunning()).isFalse();
    }

    @Test
    void isTheLoopOfTheThreadsThatRunIt() throws Exception {
        assertThat(EventLoop.ofCurrentThread()).isNull();
        loop.runUntilComplete(() -> {
            assertThat(EventLoop.ofCurrentThread()).isSameAs(loop);
            Future<EventLoop> inACallback = loop.createFuture();
            loop.callSoon(() -> inACallback.setResult(EventLoop.ofCurrentThread()));
            assertThat(inACallback.await()).isSameAs(loop);
        });
        assertThat(EventLoop.ofCurrentThread()).isNull();
    }

    @Test
    void runInsideItsOwnRunIsRefused() throws Exception {
        loop.runUntilComplete((Coroutine<Object>) () -> {
            assertThatIllegalStateException()
                    .isThrownBy(loop::runForever)
                    .withMessageContaining("This event loop is already running");
            assertThatIllegalStateException()
                    .isThrownBy(() -> loop.runUntilComplete(loop.createFuture()))
                    .withMessageContaining("This event loop is already running");
            return sleep(ZERO, null);
        });
    }

    @Test
    void closeIsRefusedWhileItRuns() throws Exception {
        loop.runUntilComplete((Coroutine<Object>) () -> {
            assertThatIllegalStateException()
                    .isThrownBy(loop::close)
                    .withMessageContaining("Cannot close a running event loop");
            assertThat(loop.isClosed()).isFalse();
            return sleep(ZERO, null);
        });
    }

    @Test
    void closingTwiceDoesNothing() {
        loop.close();
        loop.close();
        assertThat(loop.isClosed()).isTrue();
    }

    @Test
    void closedLoopRefusesEverything() {
        Future<String> future = loop.createFuture();
        loop.close();
        List<org.assertj.core.api.ThrowableAssert.ThrowingCallable> calls = List.of(
                loop::runForever,
                () -> loop.runUntilComplete(future),
                () -> loop.callSoon(() -> {}),
                () -> loop.callSoonThreadsafe(() -> {}),
                () -> loop.callLater(ZERO, () -> {}),
                () -> loop.callAt(0, () -> {}),
                () -> loop.createTask(() -> "never"),
                () -> loop.runInExecutor(null, () -> "never"));
        assertThat(calls)
                .allSatisfy(call -> assertThatIllegalStateException()
                        .isThrownBy(call)
                        .withMessageContaining("Event loop is closed"));
    }

    @Test
    void saysItsStateInItsText() {
        assertThat(loop).hasToString("<EventLoop running=false closed=false debug=false>");
        loop.close();
        assertThat(loop).hasToString("<EventLoop running=false closed=true debug=false>");
    }
}
