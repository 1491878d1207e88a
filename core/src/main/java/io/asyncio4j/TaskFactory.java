package io.asyncio4j;

import io.asyncio4j.context.Context;
import org.jspecify.annotations.Nullable;

/**
 * How a loop makes its tasks, see {@link EventLoop#setTaskFactory}. {@code Task::new} is one; so is the constructor of a
 * subclass.
 */
@FunctionalInterface
public interface TaskFactory {

    /**
     * Makes a task. Called on the loop's thread.
     *
     * @param <T> the coroutine's result
     * @param loop the loop the task belongs to
     * @param coroutine what it runs
     * @param name its name, or null for a made-up one
     * @param context the context it runs in, or null for a copy of the current one
     * @param eagerStart whether its first step runs before this returns
     * @return the task
     */
    <T extends @Nullable Object> Task<T> createTask(
            EventLoop loop,
            Coroutine<T> coroutine,
            @Nullable String name,
            @Nullable Context context,
            boolean eagerStart);
}
