package io.asyncio4j;

import io.asyncio4j.context.Context;
import org.jspecify.annotations.Nullable;

/** The forms of {@code createTask} that a loop and a task group share. */
abstract sealed class TaskCreator permits LoopSettings, TaskGroup {
    TaskCreator() {}

    /** What all forms come to; the body is one as {@link TaskBody} makes it. */
    abstract <T extends @Nullable Object> Task<T> create(
            Object body, @Nullable String name, @Nullable Context context, boolean eagerStart);

    /**
     * Creates a task; its first step is due in the loop's next turn, or runs at once if it is to start eagerly.
     *
     * @param <T> the result
     * @param coroutine what it runs
     * @param name its name, or null for a made-up one
     * @param context what it runs in, or null for a copy of the current context
     * @param eagerStart whether its first step runs before this returns; a task factory may do so anyway
     * @return the task
     */
    public abstract <T extends @Nullable Object> Task<T> createTask(
            Coroutine<T> coroutine, @Nullable String name, @Nullable Context context, boolean eagerStart);

    /**
     * Creates a task, see {@link #createTask(Coroutine, String, Context, boolean)}.
     *
     * @param <T> the result
     * @param coroutine what it runs
     * @return the task
     */
    public final <T extends @Nullable Object> Task<T> createTask(Coroutine<T> coroutine) {
        return createTask(coroutine, null, null, false);
    }

    /**
     * Creates a named task, see {@link #createTask(Coroutine, String, Context, boolean)}.
     *
     * @param <T> the result
     * @param coroutine what it runs
     * @param name its name, or null for a made-up one
     * @return the task
     */
    public final <T extends @Nullable Object> Task<T> createTask(Coroutine<T> coroutine, @Nullable String name) {
        return createTask(coroutine, name, null, false);
    }

    /**
     * Creates a task in a context, see {@link #createTask(Coroutine, String, Context, boolean)}.
     *
     * @param <T> the result
     * @param coroutine what it runs
     * @param name its name, or null for a made-up one
     * @param context what it runs in, or null for a copy of the current context
     * @return the task
     */
    public final <T extends @Nullable Object> Task<T> createTask(
            Coroutine<T> coroutine, @Nullable String name, @Nullable Context context) {
        return createTask(coroutine, name, context, false);
    }

    /**
     * Creates a task that returns nothing, see {@link #createTask(Coroutine, String, Context, boolean)}.
     *
     * @param coroutine what it runs
     * @return the task
     */
    public final Task<@Nullable Void> createTask(VoidCoroutine coroutine) {
        return create(TaskBody.of(coroutine), null, null, false);
    }

    /**
     * Creates a named task that returns nothing, see {@link #createTask(Coroutine, String, Context, boolean)}.
     *
     * @param coroutine what it runs
     * @param name its name, or null for a made-up one
     * @return the task
     */
    public final Task<@Nullable Void> createTask(VoidCoroutine coroutine, @Nullable String name) {
        return create(TaskBody.of(coroutine), name, null, false);
    }

    /**
     * Creates a task in a context that returns nothing, see {@link #createTask(Coroutine, String, Context, boolean)}.
     *
     * @param coroutine what it runs
     * @param name its name, or null for a made-up one
     * @param context what it runs in, or null for a copy of the current context
     * @return the task
     */
    public final Task<@Nullable Void> createTask(
            VoidCoroutine coroutine, @Nullable String name, @Nullable Context context) {
        return create(TaskBody.of(coroutine), name, context, false);
    }

    /**
     * Creates a task that returns nothing, see {@link #createTask(Coroutine, String, Context, boolean)}.
     *
     * @param coroutine what it runs
     * @param name its name, or null for a made-up one
     * @param context what it runs in, or null for a copy of the current context
     * @param eagerStart whether its first step runs before this returns
     * @return the task
     */
    public final Task<@Nullable Void> createTask(
            VoidCoroutine coroutine, @Nullable String name, @Nullable Context context, boolean eagerStart) {
        return create(TaskBody.of(coroutine), name, context, eagerStart);
    }
}
