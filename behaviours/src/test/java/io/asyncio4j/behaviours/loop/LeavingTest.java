package io.asyncio4j.behaviours.loop;

import static io.asyncio4j.Asyncio.sleep;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.asyncio4j.Coroutine;
import io.asyncio4j.EventLoop;
import io.asyncio4j.KeyboardInterrupt;
import io.asyncio4j.SystemExit;
import io.asyncio4j.Task;
import io.asyncio4j.testkit.LazyAndEager;
import io.asyncio4j.testkit.Mode;
import io.asyncio4j.testkit.VirtualTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code KeyboardInterrupt} and {@code SystemExit} leave the loop at once; it can be run again, and everything goes on. */
@VirtualTime
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LeavingTest {
    private final List<String> steps = new ArrayList<>();

    static List<Supplier<Error>> errors() {
        return List.of(KeyboardInterrupt::new, SystemExit::new);
    }

    private static void goOn(EventLoop loop) throws Exception {
        loop.runUntilComplete((Coroutine<Object>) () -> sleep(ofSeconds(5), null));
    }

    @ParameterizedTest
    @MethodSource("errors")
    void thrownByACallbackItComesOutOfRunForever(Supplier<Error> error) throws Exception {
        EventLoop loop = new EventLoop();
        Error thrown = error.get();
        loop.callSoon(() -> {
            throw thrown;
        });
        assertThatExceptionOfType(Error.class).isThrownBy(loop::runForever).isSameAs(thrown);
        assertThat(loop.isRunning()).isFalse();
        loop.close();
    }

    @ParameterizedTest
    @MethodSource("errors")
    void thrownByATaskItComesOutOfTheRunAndIsTheTasksOutcome(Supplier<Error> error) throws Exception {
        EventLoop loop = new EventLoop();
        Error thrown = error.get();
        Task<Object> task = loop.createTask(() -> {
            throw thrown;
        });
        assertThatExceptionOfType(Error.class)
                .isThrownBy(() -> loop.runUntilComplete((Coroutine<Object>) () -> sleep(ofSeconds(1), null)))
                .isSameAs(thrown);
        assertThat(task.exception()).isSameAs(thrown);
        goOn(loop);
        loop.close();
    }

    @ParameterizedTest
    @MethodSource("errors")
    void restOfTheTurnIsLeftToTheNextRun(Supplier<Error> error) throws Exception {
        EventLoop loop = new EventLoop();
        loop.callSoon(() -> steps.add("before"));
        loop.callSoon(() -> {
            throw error.get();
        });
        loop.callSoon(() -> steps.add("after"));
        assertThatExceptionOfType(Error.class).isThrownBy(loop::runForever);
        assertThat(steps).containsExactly("before");
        loop.stop();
        loop.runForever();
        loop.close();
        assertThat(steps).containsExactly("before", "after");
    }

    @LazyAndEager
    void otherTasksGoOnInTheNextRun(Mode mode) throws Exception {
        EventLoop loop = mode.newEventLoop();
        Task<String> waits = loop.createTask(() -> sleep(ofSeconds(2), "undisturbed"));
        loop.createTask(() -> {
            sleep(ofSeconds(1));
            throw new KeyboardInterrupt();
        });
        assertThatExceptionOfType(KeyboardInterrupt.class).isThrownBy(loop::runForever);
        assertThat(loop.runUntilComplete(waits)).isEqualTo("undisturbed");
        loop.close();
    }

    @Test
    void taskThatAwaitsTheOneThatLeftGetsTheErrorInTheNextRun() throws Exception {
        EventLoop loop = new EventLoop();
        Task<Object> leaves = loop.createTask(() -> {
            sleep(ZERO);
            throw new SystemExit("out");
        });
        Task<String> awaits = loop.createTask(() -> {
            try {
                leaves.await();
                return "impossible";
            } catch (SystemExit error) {
                return error.getMessage();
            }
        });
        assertThatExceptionOfType(SystemExit.class).isThrownBy(loop::runForever);
        assertThat(loop.runUntilComplete(awaits)).isEqualTo("out");
        loop.close();
    }

    @Test
    void eagerChildThatLeavesInItsFirstStepThrowsInItsCreator() throws Exception {
        EventLoop loop = Mode.EAGER.newEventLoop();
        Coroutine<String> main = () -> {
            try {
                loop.createTask(() -> {
                    throw new KeyboardInterrupt("child");
                });
                return "not thrown";
            } catch (KeyboardInterrupt error) {
                return "caught from the " + error.getMessage();
            }
        };
        assertThat(loop.runUntilComplete(main)).isEqualTo("caught from the child");
        loop.close();
    }

    @Test
    void thrownInAFinallyOfACancelledTaskItLeavesTheLoopToo() throws Exception {
        EventLoop loop = new EventLoop();
        Task<Object> task = loop.createTask(() -> {
            try {
                return sleep(ofSeconds(3600), null);
            } finally {
                leave();
            }
        });
        loop.callLater(ofSeconds(1), task::cancel);
        assertThatExceptionOfType(KeyboardInterrupt.class).isThrownBy(() -> loop.runUntilComplete(task));
        loop.close();
    }

    private static void leave() {
        throw new KeyboardInterrupt();
    }
}
