package io.asyncio4j;

import io.asyncio4j.context.Context;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The part of {@link Asyncio} that makes tasks, and that tells tasks, futures and coroutines apart. */
abstract sealed class TaskFunctions permits WaitingFunctions {
    TaskFunctions() {}

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
        return RunningLoop.get().createTask(coroutine);
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
        return RunningLoop.get().createTask(coroutine, name);
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
        return RunningLoop.get().createTask(coroutine, name, context);
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
        return RunningLoop.get().createTask(coroutine, name, context, eagerStart);
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
        return EagerTaskFactory.of(constructor);
    }

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

    /**
     * Gives a lambda the type of a coroutine, where Java does not infer it: {@code gather(coroutine(() -> a()), task)}.
     *
     * @param <T> the result
     * @param coroutine the lambda
     * @return the same
     */
    public static <T extends @Nullable Object> Coroutine<T> coroutine(Coroutine<T> coroutine) {
        return Objects.requireNonNull(coroutine, "a coroutine is required, not null");
    }

    /**
     * Gives a lambda that returns nothing the type of a coroutine, see {@link #coroutine(Coroutine)}.
     *
     * @param coroutine the lambda
     * @return a coroutine with the result null
     */
    public static Coroutine<@Nullable Void> coroutine(VoidCoroutine coroutine) {
        return VoidBody.of(coroutine);
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
     * A task for a coroutine that returns nothing, see {@link #ensureFuture(Awaitable)}.
     *
     * @param coroutine the coroutine
     * @return the task
     */
    public static Future<@Nullable Void> ensureFuture(VoidCoroutine coroutine) {
        return Futures.ensure(VoidBody.of(coroutine), null);
    }
}
