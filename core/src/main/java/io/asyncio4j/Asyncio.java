package io.asyncio4j;

import io.asyncio4j.context.Context;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
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
        run(main.asCoroutine(), new Runner());
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
        run(main.asCoroutine(), new Runner(debug));
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
        run(main.asCoroutine(), new Runner(loopFactory));
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

    // ---- tasks

    /**
     * Makes a task of a coroutine; its first step is due in the loop's next turn.
     *
     * @param <T> the result
     * @param coroutine the coroutine
     * @return the task
     */
    public static <T extends @Nullable Object> Task<T> createTask(Coroutine<T> coroutine) {
        return RunningLoop.get().createTask(coroutine);
    }

    /**
     * Makes a task of a coroutine that returns nothing, see {@link #createTask(Coroutine)}.
     *
     * @param coroutine the coroutine
     * @return the task
     */
    public static Task<@Nullable Void> createTask(VoidCoroutine coroutine) {
        return createTask(coroutine.asCoroutine());
    }

    /**
     * Makes a named task, see {@link #createTask(Coroutine)}.
     *
     * @param <T> the result
     * @param coroutine the coroutine
     * @param name the name, or null for a made-up one
     * @return the task
     */
    public static <T extends @Nullable Object> Task<T> createTask(Coroutine<T> coroutine, @Nullable String name) {
        return createTask(coroutine, name, null, false);
    }

    /**
     * Makes a named task, see {@link #createTask(Coroutine)}.
     *
     * @param coroutine the coroutine
     * @param name the name, or null for a made-up one
     * @return the task
     */
    public static Task<@Nullable Void> createTask(VoidCoroutine coroutine, @Nullable String name) {
        return createTask(coroutine.asCoroutine(), name);
    }

    /**
     * Makes a task in a context, see {@link #createTask(Coroutine)}.
     *
     * @param <T> the result
     * @param coroutine the coroutine
     * @param name the name, or null for a made-up one
     * @param context what to run in, or null for a copy of the current context
     * @return the task
     */
    public static <T extends @Nullable Object> Task<T> createTask(
            Coroutine<T> coroutine, @Nullable String name, @Nullable Context context) {
        return createTask(coroutine, name, context, false);
    }

    /**
     * Makes a task in a context, see {@link #createTask(Coroutine)}.
     *
     * @param coroutine the coroutine
     * @param name the name, or null for a made-up one
     * @param context what to run in, or null for a copy of the current context
     * @return the task
     */
    public static Task<@Nullable Void> createTask(
            VoidCoroutine coroutine, @Nullable String name, @Nullable Context context) {
        return createTask(coroutine.asCoroutine(), name, context);
    }

    /**
     * Makes a task, see {@link #createTask(Coroutine)}.
     *
     * @param <T> the result
     * @param coroutine the coroutine
     * @param name the name, or null for a made-up one
     * @param context what to run in, or null for a copy of the current context
     * @param eagerStart true to run the first step before this returns; a task that ends in it never meets the loop
     * @return the task
     */
    public static <T extends @Nullable Object> Task<T> createTask(
            Coroutine<T> coroutine, @Nullable String name, @Nullable Context context, boolean eagerStart) {
        return RunningLoop.get().createTask(coroutine, name, context, eagerStart);
    }

    /**
     * Makes a task, see {@link #createTask(Coroutine, String, Context, boolean)}.
     *
     * @param coroutine the coroutine
     * @param name the name, or null for a made-up one
     * @param context what to run in, or null for a copy of the current context
     * @param eagerStart true to run the first step before this returns
     * @return the task
     */
    public static Task<@Nullable Void> createTask(
            VoidCoroutine coroutine, @Nullable String name, @Nullable Context context, boolean eagerStart) {
        return createTask(coroutine.asCoroutine(), name, context, eagerStart);
    }

    /**
     * Runs a block whose tasks end before it does, see {@link TaskGroup}.
     *
     * @param <T> the block's result
     * @param block given the group, to create tasks in
     * @return the block's result
     * @throws ExceptionGroup the failures, if all are exceptions
     * @throws BaseExceptionGroup the failures, if an {@link Error} is among them
     * @throws Exception never anything else
     */
    public static <T extends @Nullable Object> T taskGroup(Block<TaskGroup, T> block) throws Exception {
        return new TaskGroup().with(block);
    }

    /**
     * Runs a block that returns nothing whose tasks end before it does, see {@link TaskGroup}.
     *
     * @param block given the group, to create tasks in
     * @throws ExceptionGroup the failures, if all are exceptions
     * @throws BaseExceptionGroup the failures, if an {@link Error} is among them
     * @throws Exception never anything else
     */
    public static void taskGroup(VoidBlock<TaskGroup> block) throws Exception {
        new TaskGroup().with(block);
    }

    /**
     * The task factory that runs each task's first step at once, see {@link EventLoop#setTaskFactory}.
     *
     * @return the factory
     */
    public static TaskFactory eagerTaskFactory() {
        return createEagerTaskFactory(Task::new);
    }

    /**
     * A task factory that runs each task's first step at once.
     *
     * @param constructor makes the tasks, for example the constructor of a subclass of {@link Task}
     * @return the factory
     */
    public static TaskFactory createEagerTaskFactory(TaskFactory constructor) {
        Objects.requireNonNull(constructor, "the task constructor");
        return new EagerTaskFactory(constructor);
    }

    // ---- waiting

    /**
     * Suspends the calling task for a time. Zero or less just lets the others run.
     *
     * <p><em>Cancellation:</em> ends the sleep at once.
     *
     * @param delay how long
     * @throws IllegalArgumentException if the delay is beyond 292 years
     */
    public static void sleep(Duration delay) {
        Waiting.sleep(delay);
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
     * @param <T> the result
     * @param function the function
     * @param onCancel what becomes of it when the calling task is cancelled
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
        return CompletableFutures.submit(coroutine.asCoroutine(), loop);
    }

    // ---- introspection

    /**
     * The task that calls this.
     *
     * @return the task, or null in a callback
     */
    public static @Nullable Task<?> currentTask() {
        return RunningLoop.get().scheduler.currentTask();
    }

    /**
     * The task a loop is running.
     *
     * @param loop the loop
     * @return the task, or null if none is running
     */
    public static @Nullable Task<?> currentTask(EventLoop loop) {
        return loop.scheduler.currentTask();
    }

    /**
     * The tasks of the running loop that are not done.
     *
     * @return the tasks, in the order of their creation
     */
    public static Set<Task<?>> allTasks() {
        return allTasks(RunningLoop.get());
    }

    /**
     * The tasks of a loop that are not done.
     *
     * @param loop the loop
     * @return the tasks, in the order of their creation
     */
    public static Set<Task<?>> allTasks(EventLoop loop) {
        loop.checkThread();
        return loop.scheduler.tasks.all();
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
     * Whether something is a coroutine: a {@link Coroutine} or {@link VoidCoroutine}, but no future.
     *
     * @param object anything
     * @return true if so
     */
    public static boolean isCoroutine(@Nullable Object object) {
        return object instanceof Coroutine || object instanceof VoidCoroutine;
    }

    /**
     * Whether something is a {@link Future}, a task for example.
     *
     * @param object anything
     * @return true if so
     */
    public static boolean isFuture(@Nullable Object object) {
        return object instanceof Future;
    }

    // ---- conversion

    /**
     * Gives a lambda the type of a coroutine, where Java does not infer it: {@code gather(coroutine(() -> a()), task)}.
     *
     * @param <T> the result
     * @param coroutine the lambda
     * @return the same
     */
    public static <T extends @Nullable Object> Coroutine<T> coroutine(Coroutine<T> coroutine) {
        return coroutine;
    }

    /**
     * Gives a lambda that returns nothing the type of a coroutine, see {@link #coroutine(Coroutine)}.
     *
     * @param coroutine the lambda
     * @return a coroutine with the result null
     */
    public static Coroutine<@Nullable Void> coroutine(VoidCoroutine coroutine) {
        return coroutine.asCoroutine();
    }

    /**
     * A future for an awaitable: itself if it is one, else a task that awaits it.
     *
     * @param <T> the result
     * @param awaitable the awaitable
     * @return the future
     */
    public static <T extends @Nullable Object> Future<T> ensureFuture(Awaitable<T> awaitable) {
        return Futures.ensure(awaitable, null);
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
