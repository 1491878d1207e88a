package io.asyncio4j.behaviours.debug;

import static io.asyncio4j.Asyncio.allTasks;
import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.run;
import static io.asyncio4j.Asyncio.sleep;
import static io.asyncio4j.Asyncio.taskGroup;
import static io.asyncio4j.Asyncio.timeout;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofDays;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.asyncio4j.EventLoop;
import io.asyncio4j.Future;
import io.asyncio4j.Handle;
import io.asyncio4j.Task;
import io.asyncio4j.TaskGroup;
import io.asyncio4j.Timeout;
import io.asyncio4j.TimerHandle;
import io.asyncio4j.testkit.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** In debug mode what changes a loop, or what belongs to it, fails when another thread calls it. */
@VirtualTime
class ForeignThreadTest {
    private static final Duration LONG = ofDays(1);
    private static final Consumer<Object> CALLBACK = done -> {};

    /** A running loop, and one of everything that belongs to it. */
    private record Belongings(
            EventLoop loop,
            Future<Integer> future,
            Task<?> task,
            Handle handle,
            TimerHandle timer,
            TaskGroup group,
            Timeout timeout) {}

    private static Named<Consumer<Belongings>> call(String name, Consumer<Belongings> call) {
        return Named.of(name, call);
    }

    static Stream<Named<Consumer<Belongings>>> calls() {
        return Stream.of(
                call("loop.callSoon", it -> it.loop.callSoon(() -> {})),
                call("loop.callLater", it -> it.loop.callLater(LONG, () -> {})),
                call("loop.callAt", it -> it.loop.callAt(Long.MAX_VALUE, () -> {})),
                call("loop.createTask", it -> it.loop.createTask(() -> 1)),
                call("loop.createTask eager", it -> it.loop.createTask(() -> 1, null, null, true)),
                call("loop.runInExecutor", it -> it.loop.runInExecutor(null, () -> 1)),
                call("loop.stop", it -> it.loop.stop()),
                call("loop.setTaskFactory", it -> it.loop.setTaskFactory(null)),
                call("loop.setExceptionHandler", it -> it.loop.setExceptionHandler(null)),
                call("allTasks", it -> allTasks(it.loop)),
                call("future.setResult", it -> it.future.setResult(1)),
                call("future.setException", it -> it.future.setException(new Exception())),
                call("future.cancel", it -> it.future.cancel()),
                call("future.addDoneCallback", it -> it.future.addDoneCallback(CALLBACK)),
                call("future.removeDoneCallback", it -> it.future.removeDoneCallback(CALLBACK)),
                call("task.cancel", it -> it.task.cancel()),
                call("task.uncancel", it -> it.task.uncancel()),
                call("handle.cancel", it -> it.handle.cancel()),
                call("timer.cancel", it -> it.timer.cancel()),
                call("group.createTask", it -> it.group.createTask(() -> 1)),
                call("group.cancel", it -> it.group.cancel()),
                call("timeout.reschedule", it -> it.timeout.reschedule(Long.MAX_VALUE)));
    }

    private static Throwable thrownOnAnotherThread(Runnable call) throws InterruptedException {
        List<Throwable> thrown = new ArrayList<>();
        Thread thread = Thread.ofPlatform().start(() -> {
            Throwable exception = catchThrowable(call::run);
            if (exception != null) {
                thrown.add(exception);
            }
        });
        thread.join();
        return thrown.isEmpty() ? null : thrown.getFirst();
    }

    private static void withBelongings(Consumer<Belongings> test, boolean debug) throws Exception {
        run(
                () -> timeout(null, limit -> {
                    taskGroup(group -> {
                        Task<?> task = createTask(() -> sleep(LONG));
                        EventLoop loop = task.getLoop();
                        sleep(ZERO);
                        Future<Integer> future = loop.createFuture();
                        Handle handle = loop.callSoon(() -> {});
                        TimerHandle timer = loop.callLater(LONG, () -> {});
                        test.accept(new Belongings(loop, future, task, handle, timer, group, limit));
                    });
                }),
                debug);
    }

    @ParameterizedTest
    @MethodSource("calls")
    void itIsRefusedAndTheMessageSaysWhatToDo(Consumer<Belongings> call) throws Exception {
        List<Throwable> thrown = new ArrayList<>();
        withBelongings(
                it -> {
                    try {
                        thrown.add(thrownOnAnotherThread(() -> call.accept(it)));
                    } catch (InterruptedException exception) {
                        throw new IllegalStateException(exception);
                    }
                },
                true);
        assertThat(thrown)
                .singleElement()
                .satisfies(exception -> assertThat(exception)
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("callSoonThreadsafe"));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void onTheLoopsThreadItIsNotRefused(Consumer<Belongings> call) throws Exception {
        List<Throwable> thrown = new ArrayList<>();
        EventLoop loop = new EventLoop();
        loop.setDebug(true);
        loop.runUntilComplete(() -> timeout(
                null,
                limit -> taskGroup(group -> {
                    Task<?> task = createTask(() -> sleep(LONG));
                    sleep(ZERO);
                    Future<Integer> future = loop.createFuture();
                    Handle handle = loop.callSoon(() -> {});
                    TimerHandle timer = loop.callLater(LONG, () -> {});
                    Belongings it = new Belongings(loop, future, task, handle, timer, group, limit);
                    thrown.add(catchThrowable(() -> call.accept(it)));
                    future.cancel();
                    task.cancel();
                    return null;
                })));
        loop.setExceptionHandler((ignored, context) -> {});
        loop.close();
        assertThat(thrown).containsExactly((Throwable) null);
    }

    @Test
    void whatWasRefusedHasChangedNothing() throws Exception {
        withBelongings(
                it -> {
                    try {
                        thrownOnAnotherThread(() -> it.future.setResult(1));
                        thrownOnAnotherThread(() -> it.future.cancel());
                        thrownOnAnotherThread(() -> it.loop.createTask(() -> 1));
                    } catch (InterruptedException exception) {
                        throw new IllegalStateException(exception);
                    }
                    assertThat(it.future.done()).isFalse();
                    assertThat(allTasks()).hasSize(2);
                },
                true);
    }

    @Test
    void threadSafeEntryPointsAreNotRefused() throws Exception {
        List<Throwable> thrown = new ArrayList<>();
        withBelongings(
                it -> {
                    try {
                        thrown.add(thrownOnAnotherThread(() -> {
                            it.loop.callSoonThreadsafe(() -> {});
                            assertThat(it.loop.isRunning()).isTrue();
                            assertThat(it.loop.isClosed()).isFalse();
                            assertThat(it.loop.time()).isNotNegative();
                        }));
                    } catch (InterruptedException exception) {
                        throw new IllegalStateException(exception);
                    }
                },
                true);
        assertThat(thrown).containsExactly((Throwable) null);
    }

    @Test
    void whileTheLoopDoesNotRunAnyThreadMayUseIt() throws Exception {
        EventLoop loop = new EventLoop();
        loop.setDebug(true);
        assertThat(thrownOnAnotherThread(() -> loop.callSoon(() -> {}))).isNull();
        loop.close();
    }
}
