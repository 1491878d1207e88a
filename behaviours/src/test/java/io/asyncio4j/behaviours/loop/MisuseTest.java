package io.asyncio4j.behaviours.loop;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.currentTask;
import static io.asyncio4j.Asyncio.getRunningLoop;
import static io.asyncio4j.Asyncio.run;
import static io.asyncio4j.Asyncio.sleep;
import static io.asyncio4j.Asyncio.toThread;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.asyncio4j.Asyncio;
import io.asyncio4j.EventLoop;
import io.asyncio4j.Future;
import io.asyncio4j.Task;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Calls where they cannot be: each is refused at once, with a text that says what to do instead. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class MisuseTest {
    private static void assertRefused(ThrowingCallable call, String... texts) {
        assertThatIllegalStateException()
                .isThrownBy(call)
                .satisfies(refusal -> assertThat(refusal.getMessage()).contains(texts));
    }

    /** Makes the call in a callback of the running loop and returns what it threw. */
    private static Throwable inACallback(ThrowingCallable call) throws Exception {
        Future<Throwable> thrown = getRunningLoop().createFuture();
        getRunningLoop().callSoon(() -> {
            try {
                call.call();
                thrown.setResult(null);
            } catch (Throwable refusal) {
                thrown.setResult(refusal);
            }
        });
        return thrown.await();
    }

    @Test
    void whatNeedsALoopIsRefusedOutsideOfAny() {
        List<ThrowingCallable> calls = List.of(
                Asyncio::getRunningLoop,
                () -> sleep(ZERO),
                () -> sleep(ofSeconds(1)),
                () -> createTask(() -> "never"),
                () -> Asyncio.gather(() -> "never").await(),
                () -> Asyncio.shield(() -> "never"),
                () -> Asyncio.waitFor(() -> "never", ofSeconds(1)),
                () -> Asyncio.timeout(ofSeconds(1), timeout -> "never"),
                () -> Asyncio.taskGroup(group -> "never"),
                () -> toThread(() -> "never"),
                () -> currentTask());
        assertThat(calls).allSatisfy(call -> assertRefused(call, "no running event loop"));
    }

    @Test
    void futureIsNotAwaitedOutsideATask() {
        EventLoop loop = new EventLoop();
        Future<String> future = loop.createFuture();
        assertRefused(future::await, "no running event loop");
        assertThat(future.done()).isFalse();
        loop.close();
    }

    @Test
    void whatIsDoneCanBeAwaitedAnywhere() throws Exception {
        EventLoop loop = new EventLoop();
        Future<String> future = loop.createFuture();
        future.setResult("done");
        assertThat(future.await()).isEqualTo("done");
        loop.close();
    }

    @Test
    void callbacksCannotWait() throws Exception {
        run(() -> {
            Future<String> future = getRunningLoop().createFuture();
            assertThat(inACallback(() -> sleep(ZERO)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("callback")
                    .hasMessageContaining("create a task");
            assertThat(inACallback(() -> sleep(ofSeconds(1)))).isInstanceOf(IllegalStateException.class);
            assertThat(inACallback(future::await))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("callback");
            assertThat(inACallback(() -> toThread(() -> "never"))).isInstanceOf(IllegalStateException.class);
        });
    }

    @Test
    void callbacksMayCreateTasks() throws Exception {
        run(() -> {
            Future<String> result = getRunningLoop().createFuture();
            assertThat(inACallback(() -> createTask(() -> result.setResult("created in a callback"))))
                    .isNull();
            assertThat(result.await()).isEqualTo("created in a callback");
        });
    }

    @Test
    void futureOfAnotherLoopIsNotAwaited() throws Exception {
        EventLoop other = new EventLoop();
        Future<String> foreign = other.createFuture();
        run(() -> {
            assertRefused(foreign::await, "attached to a different loop", foreign.toString());
            // and the task is as able as before
            assertThat(sleep(ZERO, "goes on")).isEqualTo("goes on");
        });
        assertThat(foreign.done()).isFalse();
        other.close();
    }

    @Test
    void taskOfARunningLoopIsNotAwaitedByATaskOfAnother() throws Exception {
        run(() -> {
            Future<String> here = getRunningLoop().createFuture();
            toThread(() -> run(() -> assertRefused(here::await, "attached to a different loop")));
            here.setResult("undisturbed");
            assertThat(here.await()).isEqualTo("undisturbed");
        });
    }

    @Test
    void taskDoesNotAwaitItself() throws Exception {
        run(() -> {
            Task<?>[] self = new Task<?>[1];
            self[0] = createTask(() -> self[0].await());
            assertRefused(self[0]::await, "Task cannot await on itself");
        });
    }

    @Test
    void futureIsNotAwaitedByAForeignThread() throws Exception {
        run(() -> {
            Future<String> future = getRunningLoop().createFuture();
            toThread(() -> assertRefused(future::await, "no running event loop"));
            future.setResult("undisturbed");
            assertThat(future.await()).isEqualTo("undisturbed");
        });
    }

    @Test
    void callsFromAForeignThreadFailInDebugMode() throws Exception {
        run(
                () -> {
                    EventLoop loop = getRunningLoop();
                    Future<String> future = loop.createFuture();
                    Task<?> task = createTask(() -> future.await());
                    List<ThrowingCallable> calls = List.of(
                            () -> loop.callSoon(() -> {}),
                            () -> loop.callLater(ZERO, () -> {}),
                            () -> loop.callAt(0, () -> {}),
                            loop::stop,
                            () -> loop.createTask(() -> "never"),
                            () -> loop.runInExecutor(null, () -> "never"),
                            task::cancel,
                            task::uncancel,
                            future::cancel,
                            () -> future.setResult("never"),
                            () -> future.setException(new IllegalStateException("never")),
                            () -> future.addDoneCallback(done -> {}));
                    toThread(() -> assertThat(calls)
                            .allSatisfy(call -> assertRefused(
                                    call,
                                    "Non-thread-safe operation",
                                    "callSoonThreadsafe",
                                    "runCoroutineThreadsafe")));
                    assertThat(future.done()).isFalse();
                    assertThat(task.cancelling()).isZero();
                    future.setResult("undisturbed");
                    task.await();
                },
                true);
    }

    @Test
    void callsOnALoopThatDoesNotRunMayComeFromAnyThreadInDebugMode() throws Exception {
        EventLoop loop = new EventLoop();
        loop.setDebug(true);
        boolean[] called = {false};
        Thread.ofPlatform().start(() -> loop.callSoon(() -> called[0] = true)).join();
        loop.stop();
        loop.runForever();
        loop.close();
        assertThat(called[0]).isTrue();
    }
}
