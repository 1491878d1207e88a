package io.asyncio4j.testkit;

import io.asyncio4j.Asyncio;
import io.asyncio4j.Coroutine;
import io.asyncio4j.EventLoop;
import io.asyncio4j.Task;
import io.asyncio4j.VoidCoroutine;
import io.asyncio4j.testkit.WatchedOrder.Watch;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Who is suspended, and whether: waiting for all other tasks to be, and asserting that a body is or is not. */
public final class Suspension {
    private Suspension() {}

    /**
     * Waits until no other task of the loop can go on by itself: all are suspended, nothing is ready, and no other thread
     * has anything for the loop. Only a timer or the calling task could bring it forward. The clock has not moved meanwhile.
     *
     * <pre>{@code
     * Task<String> consumer = createTask(queue::get);
     * allTasksBlocked();
     * // the consumer waits at the queue now
     * }</pre>
     *
     * <p>While work is out on other threads, in {@code toThread} or {@code runInExecutor}, or a hold on the clock is open,
     * its task does not count as blocked: this waits until it has come back. Other threads are not seen. When several
     * tasks wait here, all are released at once, in the order in which they came.
     *
     * <p><em>Cancellation:</em> at the last moment too, changes nothing: nothing was taken. Follows trio's
     * {@code wait_all_tasks_blocked}.
     *
     * @throws IllegalStateException if the calling task's loop is not on a {@link VirtualClock}, or the caller is no task
     */
    public static void allTasksBlocked() {
        EventLoop loop = Asyncio.getRunningLoop();
        if (!(loop.getPoller() instanceof VirtualClock clock)) {
            throw new IllegalStateException(
                    "allTasksBlocked() needs a loop on a VirtualClock, which knows when nothing is"
                            + " ready: run the test with @AsyncioTest and without time = REAL, or with @VirtualTime");
        }
        task("allTasksBlocked()");
        try {
            clock.whenTheRestIsBlocked(loop).await();
        } catch (RuntimeException unchecked) {
            throw unchecked;
        } catch (Exception impossible) {
            throw new IllegalStateException("waiting for the other tasks failed", impossible);
        }
    }

    /**
     * Runs the body in the calling task, and fails if the task was not suspended in it: so other tasks have had no chance
     * to run.
     *
     * <p>What counts is that the task itself was suspended. A task that the body starts eagerly runs up to its first wait
     * without that. A body that throws is not asked.
     *
     * @param <T> what the body returns
     * @param body what should suspend
     * @return what the body returned
     * @throws AssertionError if the body returned, and the task was not suspended
     * @throws IllegalStateException if the loop is not that of a {@link TestRun}, or the caller is no task
     * @throws Exception what the body threw
     */
    public static <T extends @Nullable Object> T assertSuspends(Coroutine<T> body) throws Exception {
        Objects.requireNonNull(body, "a body is required, not null");
        WatchedOrder order = order("assertSuspends()");
        Watch watch = order.watch(task("assertSuspends()"));
        try {
            T result = body.await();
            if (watch.suspension() == null) {
                throw new AssertionError("expected the task to be suspended, but it was not: "
                        + watch.task().getName() + " ran through the body without letting others run");
            }
            return result;
        } finally {
            order.unwatch(watch);
        }
    }

    /**
     * As {@link #assertSuspends(Coroutine)}, for a body that returns nothing.
     *
     * @param body what should suspend
     * @throws Exception what the body threw
     */
    public static void assertSuspends(VoidCoroutine body) throws Exception {
        var _ = assertSuspends(
                Objects.requireNonNull(body, "a body is required, not null").asCoroutine());
    }

    /**
     * Runs the body in the calling task, and fails if the task was suspended in it: other tasks could have run in between.
     *
     * @param <T> what the body returns
     * @param body what should not suspend
     * @return what the body returned
     * @throws AssertionError if the task was suspended; its cause shows where, and what the body threw is suppressed in it
     * @throws IllegalStateException if the loop is not that of a {@link TestRun}, or the caller is no task
     * @throws Exception what the body threw
     */
    public static <T extends @Nullable Object> T assertDoesNotSuspend(Coroutine<T> body) throws Exception {
        Objects.requireNonNull(body, "a body is required, not null");
        WatchedOrder order = order("assertDoesNotSuspend()");
        Watch watch = order.watch(task("assertDoesNotSuspend()"));
        T result;
        try {
            result = body.await();
        } catch (Throwable failure) {
            AssertionError error = suspended(watch);
            if (error == null) {
                throw failure;
            }
            error.addSuppressed(failure);
            throw error;
        } finally {
            order.unwatch(watch);
        }
        AssertionError error = suspended(watch);
        if (error != null) {
            throw error;
        }
        return result;
    }

    /**
     * As {@link #assertDoesNotSuspend(Coroutine)}, for a body that returns nothing.
     *
     * @param body what should not suspend
     * @throws Exception what the body threw
     */
    public static void assertDoesNotSuspend(VoidCoroutine body) throws Exception {
        var _ = assertDoesNotSuspend(
                Objects.requireNonNull(body, "a body is required, not null").asCoroutine());
    }

    private static @Nullable AssertionError suspended(Watch watch) {
        WaitingTask suspension = watch.suspension();
        return suspension == null
                ? null
                : new AssertionError(
                        "expected the task not to be suspended, but it was: "
                                + watch.task().getName() + Leak.place(List.of(suspension.getStackTrace())),
                        suspension);
    }

    private static Task<?> task(String who) {
        Task<?> task = Asyncio.currentTask();
        if (task == null) {
            throw new IllegalStateException(who + " is for tasks, and was called in a callback");
        }
        return task;
    }

    private static WatchedOrder order(String who) {
        if (Asyncio.getRunningLoop().getPoller().stepOrder() instanceof WatchedOrder order) {
            return order;
        }
        throw new IllegalStateException(
                who + " needs the loop of a test run, which hears of each suspension: run the test"
                        + " with @AsyncioTest, or with RunSettings.standard().newRun()");
    }
}
