package io.asyncio4j.behaviours.runner;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.getRunningLoop;
import static io.asyncio4j.Asyncio.run;
import static io.asyncio4j.Asyncio.sleep;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.asyncio4j.Asyncio;
import io.asyncio4j.CancelledError;
import io.asyncio4j.Coroutine;
import io.asyncio4j.EventLoop;
import io.asyncio4j.Runner;
import io.asyncio4j.Task;
import io.asyncio4j.context.Context;
import io.asyncio4j.context.ContextVar;
import io.asyncio4j.testkit.VirtualTime;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** {@code Runner}, and {@code run}, which is a runner for one coroutine. */
@VirtualTime(detectDeadlock = true)
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RunnerTest {
    private static final ContextVar<String> USER = ContextVar.of("user", "nobody");

    @Test
    void runReturnsTheResultOrThrowsTheFailure() throws Exception {
        IOException failure = new IOException("broken");
        try (Runner runner = new Runner()) {
            assertThat(runner.run(() -> sleep(ZERO, "result"))).isEqualTo("result");
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> runner.run((Coroutine<String>) () -> {
                        throw failure;
                    }))
                    .isSameAs(failure);
        }
    }

    @Test
    void allRunsShareOneLoop() throws Exception {
        try (Runner runner = new Runner()) {
            EventLoop first = runner.run(() -> getRunningLoop());
            EventLoop second = runner.run(() -> getRunningLoop());
            assertThat(first).isSameAs(second).isSameAs(runner.getLoop());
        }
    }

    @Test
    void runnerCanBeUsedAgainAfterAFailure() throws Exception {
        try (Runner runner = new Runner()) {
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> runner.run((Coroutine<String>) () -> {
                        throw new IOException("broken");
                    }));
            assertThat(runner.run(() -> "works")).isEqualTo("works");
        }
    }

    @Test
    void tasksLiveOnBetweenTheRuns() throws Exception {
        try (Runner runner = new Runner()) {
            Task<String> task = runner.run(() -> createTask(() -> sleep(ofSeconds(1), "from the first run")));
            assertThat(task.done()).isFalse();
            assertThat(runner.run(() -> task.await())).isEqualTo("from the first run");
        }
    }

    @Test
    void loopIsMadeWhenItIsFirstNeeded() throws Exception {
        List<EventLoop> made = new ArrayList<>();
        Runner runner = new Runner(() -> {
            EventLoop loop = new EventLoop();
            made.add(loop);
            return loop;
        });
        assertThat(made).isEmpty();
        EventLoop loop = runner.getLoop();
        assertThat(runner.run(() -> getRunningLoop())).isSameAs(loop);
        runner.close();
        assertThat(made).containsExactly(loop);
        assertThat(loop.isClosed()).isTrue();
    }

    @Test
    void runnerThatIsNotUsedMakesNoLoop() {
        List<EventLoop> made = new ArrayList<>();
        try (Runner runner = new Runner(() -> {
            made.add(new EventLoop());
            return made.getFirst();
        })) {
            assertThat(runner).isNotNull();
        }
        assertThat(made).isEmpty();
    }

    @Test
    void debugIsPassedToTheLoop() throws Exception {
        try (Runner on = new Runner(true);
                Runner off = new Runner(false);
                Runner asTheLoopIs = new Runner(null, () -> {
                    EventLoop loop = new EventLoop();
                    loop.setDebug(true);
                    return loop;
                })) {
            assertThat(on.getLoop().getDebug()).isTrue();
            assertThat(off.getLoop().getDebug()).isFalse();
            assertThat(asTheLoopIs.getLoop().getDebug()).isTrue();
        }
        assertThat(run(() -> getRunningLoop().getDebug(), true)).isTrue();
    }

    @Test
    void contextIsKeptFromRunToRun() throws Exception {
        try (Runner runner = new Runner()) {
            runner.run(() -> {
                USER.set("ada");
            });
            assertThat(runner.run(() -> USER.get())).isEqualTo("ada");
            assertThat(USER.get()).isEqualTo("nobody");
        }
    }

    @Test
    void contextOfTheRunnerIsACopyFromItsFirstUse() throws Exception {
        String[] seen = new String[2];
        Context context = new Context();
        context.run(() -> {
            try (Runner runner = new Runner()) {
                USER.set("before");
                runner.getLoop();
                USER.set("after");
                seen[0] = runner.run(() -> USER.get());
                seen[1] = USER.get();
            }
            return null;
        });
        assertThat(seen).containsExactly("before", "after");
    }

    @Test
    void runMayHaveAContextOfItsOwn() throws Exception {
        try (Runner runner = new Runner()) {
            Context own = new Context();
            runner.run(
                    () -> {
                        USER.set("grace");
                        return null;
                    },
                    own);
            assertThat(own.get(USER)).isEqualTo("grace");
            assertThat(runner.run(() -> USER.get())).isEqualTo("nobody");
        }
    }

    @Test
    void closingTwiceDoesNothing() throws Exception {
        Runner runner = new Runner();
        runner.run(() -> "used");
        runner.close();
        runner.close();
        assertThatIllegalStateException().isThrownBy(runner::getLoop).withMessageContaining("Runner is closed");
    }

    @Test
    void closedRunnerRefusesToRun() throws Exception {
        Runner runner = new Runner();
        runner.run(() -> "used");
        runner.close();
        boolean[] began = {false};
        assertThatIllegalStateException()
                .isThrownBy(() -> runner.run(() -> began[0] = true))
                .withMessageContaining("Runner is closed");
        assertThat(began[0]).isFalse();
    }

    @Test
    void closingAnUnusedRunnerLeavesItAsItIs() throws Exception {
        Runner runner = new Runner();
        runner.close();
        assertThat(runner.run(() -> "works")).isEqualTo("works");
        runner.close();
    }

    @Test
    void nullIsRefusedBeforeAnythingIsMade() {
        List<EventLoop> made = new ArrayList<>();
        Runner runner = new Runner(() -> {
            made.add(new EventLoop());
            return made.getFirst();
        });
        assertThatNullPointerException().isThrownBy(() -> runner.run((Coroutine<String>) null));
        assertThat(made).isEmpty();
    }

    @Test
    void runInsideARunIsRefused() throws Exception {
        try (Runner runner = new Runner()) {
            runner.run(() -> assertThatIllegalStateException()
                    .isThrownBy(() -> runner.run(() -> "never"))
                    .withMessageContaining("cannot be called from a running event loop"));
        }
    }

    @Test
    void cancellationOfTheMainTaskComesOutOfRun() {
        assertThatExceptionOfType(CancelledError.class)
                .isThrownBy(() -> run(() -> {
                    Asyncio.currentTask().cancel("by itself");
                    sleep(ZERO);
                }))
                .withMessage("by itself");
    }

    @Test
    void loopFactoryOfRunMakesItsLoop() throws Exception {
        EventLoop loop = new EventLoop();
        assertThat(run(() -> getRunningLoop(), () -> loop)).isSameAs(loop);
        assertThat(loop.isClosed()).isTrue();
    }

    @Test
    void failureOfTheLoopFactoryComesOutOfRun() {
        assertThatIllegalStateException()
                .isThrownBy(() -> run(() -> "never", () -> {
                    throw new IllegalStateException("no loop today");
                }))
                .withMessage("no loop today");
    }
}
