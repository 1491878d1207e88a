package io.asyncio4j;

import io.asyncio4j.context.Context;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * asyncio's functions, by their names. Made for {@code import static io.asyncio4j.Asyncio.*}.
 *
 * <p>{@snippet :
 * run(() -> {
 *     Task<String> hello = createTask(() -> sayAfter(ofSeconds(1), "hello"));
 *     Task<String> world = createTask(() -> sayAfter(ofSeconds(2), "world"));
 *     System.out.println(hello.await());
 *     System.out.println(world.await());
 * });
 * }
 *
 * <p>A coroutine function is a plain method, and calling it is awaiting it. Functions that wait suspend the calling task
 * and let the others run; they are called by tasks only, and throw {@link CancelledError} when the task is cancelled. All
 * but {@link #run} and {@link #runCoroutineThreadsafe} belong on a loop's thread and throw {@link IllegalStateException}
 * elsewhere. Follows asyncio's «Coroutines and Tasks».
 */
public final class Asyncio extends WaitingFunctions {
    private Asyncio() {}

    // ---- running

    /**
     * Runs a coroutine on a new loop, and closes the loop: cancels the tasks that are left and waits for them. See
     * {@link Runner} for Ctrl-C and interrupts.
     *
     * @param <T> the result
     * @param main the coroutine
     * @return its result
     * @throws IllegalStateException if a loop is running on this thread
     * @throws Exception what the coroutine failed with
     */
    public static <T extends @Nullable Object> T run(Coroutine<T> main) throws Exception {
        return run(main, new Runner());
    }

    /**
     * Runs a coroutine that returns nothing, see {@link #run(Coroutine)}.
     *
     * @param main the coroutine
     * @throws Exception what the coroutine failed with
     */
    public static void run(VoidCoroutine main) throws Exception {
        run(VoidBody.of(main), new Runner());
    }

    /**
     * Runs a coroutine in debug mode or not, see {@link #run(Coroutine)}.
     *
     * @param <T> the result
     * @param main the coroutine
     * @param debug see {@link EventLoop#setDebug}
     * @return its result
     * @throws Exception what the coroutine failed with
     */
    public static <T extends @Nullable Object> T run(Coroutine<T> main, boolean debug) throws Exception {
        return run(main, new Runner(debug));
    }

    /**
     * Runs a coroutine that returns nothing in debug mode or not, see {@link #run(Coroutine)}.
     *
     * @param main the coroutine
     * @param debug see {@link EventLoop#setDebug}
     * @throws Exception what the coroutine failed with
     */
    public static void run(VoidCoroutine main, boolean debug) throws Exception {
        run(VoidBody.of(main), new Runner(debug));
    }

    /**
     * Runs a coroutine on a loop made by the factory, see {@link #run(Coroutine)}.
     *
     * @param <T> the result
     * @param main the coroutine
     * @param loopFactory makes the loop
     * @return its result
     * @throws Exception what the coroutine failed with
     */
    public static <T extends @Nullable Object> T run(Coroutine<T> main, Supplier<EventLoop> loopFactory)
            throws Exception {
        return run(main, new Runner(loopFactory));
    }

    /**
     * Runs a coroutine that returns nothing on a loop made by the factory, see {@link #run(Coroutine)}.
     *
     * @param main the coroutine
     * @param loopFactory makes the loop
     * @throws Exception what the coroutine failed with
     */
    public static void run(VoidCoroutine main, Supplier<EventLoop> loopFactory) throws Exception {
        run(VoidBody.of(main), new Runner(loopFactory));
    }

    private static <T extends @Nullable Object> T run(Coroutine<T> main, Runner runner) throws Exception {
        Objects.requireNonNull(main, "a coroutine is required, not null");
        Runner.checkNoLoopRuns();
        T result;
        try {
            result = runner.run(main);
        } catch (Throwable exception) {
            closeAfter(exception, runner);
            throw exception;
        }
        runner.close();
        return result;
    }

    private static void closeAfter(Throwable exception, Runner runner) {
        try {
            runner.close();
        } catch (Throwable newer) {
            // as in asyncio, what ends the shutdown comes out
            if (newer != exception) {
                newer.addSuppressed(exception);
            }
            throw newer;
        }
    }

    // ---- waiting

    /**
     * Suspends the calling task for a time. Zero or less just lets the others run.
     *
     * <p><em>Cancellation:</em> ends the sleep at once.
     *
     * @param delay how long
     * @return null, as asyncio's, so that {@code t -> sleep(delay)} is a body wherever one with a result is wanted
     * @throws IllegalArgumentException if the delay is beyond 292 years
     */
    public static @Nullable Void sleep(Duration delay) {
        Waiting.sleep(delay);
        return null;
    }

    /**
     * Suspends the calling task for a time, see {@link #sleep(Duration)}.
     *
     * @param <T> the result
     * @param delay how long
     * @param result what to return
     * @return the given result
     */
    public static <T extends @Nullable Object> T sleep(Duration delay, T result) {
        Waiting.sleep(delay);
        return result;
    }

    // ---- threads

    /**
     * Runs a blocking function on another thread, with a copy of the current context, and waits for it. Not before a task
     * calls this does it start. The function must not touch the loop but by its thread-safe methods.
     *
     * <p><em>Cancellation:</em> ends the wait; the function is left to finish, and its result dropped.
     *
     * @param <T> the result
     * @param function the function
     * @return its result
     * @throws Exception what the function failed with
     */
    public static <T extends @Nullable Object> T toThread(Callable<T> function) throws Exception {
        return toThread(function, OnCancel.LEAVE_RUNNING);
    }

    /**
     * Runs a blocking function that returns nothing on another thread, see {@link #toThread(Callable)}.
     *
     * @param function the function
     * @throws Exception what the function failed with
     */
    public static void toThread(VoidCallable function) throws Exception {
        toThread(function, OnCancel.LEAVE_RUNNING);
    }

    /**
     * Runs a blocking function on another thread, see {@link #toThread(Callable)}.
     *
     * <p><em>Cancellation:</em> ends the wait, and keeps a function from starting that has not. What else it does is the
     * caller's choice: leave it to finish, interrupt it, or call a hook.
     *
     * @param <T> the result
     * @param function the function
     * @param onCancel what becomes of it when the calling task is cancelled while it is running
     * @return its result
     * @throws Exception what the function failed with
     */
    public static <T extends @Nullable Object> T toThread(Callable<T> function, OnCancel onCancel) throws Exception {
        Objects.requireNonNull(function, "the function to run in a thread");
        Objects.requireNonNull(onCancel, "onCancel");
        Context context = Context.copyContext();
        return RunningLoop.get()
                .runInExecutor(null, () -> context.run(function), onCancel)
                .await();
    }

    /**
     * Runs a blocking function that returns nothing on another thread, see {@link #toThread(Callable, OnCancel)}.
     *
     * @param function the function
     * @param onCancel what becomes of it when the calling task is cancelled
     * @throws Exception what the function failed with
     */
    public static void toThread(VoidCallable function, OnCancel onCancel) throws Exception {
        Objects.requireNonNull(function, "the function to run in a thread");
        Callable<@Nullable Void> callable = () -> {
            function.run();
            return null;
        };
        toThread(callable, onCancel);
    }

    /**
     * Submits a coroutine to a loop. From any thread but the loop's own, where waiting for the result would block the loop.
     *
     * @param <T> the result
     * @param coroutine becomes a task
     * @param loop the loop
     * @return the task's outcome; cancelling it cancels the task, and the other way round
     * @throws IllegalStateException if the loop is closed
     */
    public static <T extends @Nullable Object> CompletableFuture<T> runCoroutineThreadsafe(
            Coroutine<T> coroutine, EventLoop loop) {
        return CompletableFutures.submit(coroutine, loop);
    }

    /**
     * Submits a coroutine that returns nothing to a loop, see {@link #runCoroutineThreadsafe(Coroutine, EventLoop)}.
     *
     * @param coroutine becomes a task
     * @param loop the loop
     * @return the task's outcome
     */
    public static CompletableFuture<@Nullable Void> runCoroutineThreadsafe(VoidCoroutine coroutine, EventLoop loop) {
        return CompletableFutures.submit(VoidBody.of(coroutine), loop);
    }

    /**
     * The loop whose task or callback calls this.
     *
     * @return the loop
     */
    public static EventLoop getRunningLoop() {
        return RunningLoop.get();
    }

    /**
     * A future of the running loop for something that no loop knows. Cancelling it cancels the stage's
     * {@code CompletableFuture}.
     *
     * @param <T> the result
     * @param stage completed by any thread
     * @return the future
     */
    public static <T extends @Nullable Object> Future<T> wrapFuture(CompletionStage<T> stage) {
        return CompletableFutures.wrap(stage);
    }
}
