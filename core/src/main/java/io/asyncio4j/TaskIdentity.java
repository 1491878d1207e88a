package io.asyncio4j;

import io.asyncio4j.context.Context;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a task is, apart from what it does: its coroutine, context and name.
 *
 * @param <T> the coroutine's result
 */
abstract sealed class TaskIdentity<T extends @Nullable Object> extends Future<T> permits TaskEnding {
    // Fixed. The number makes the name of a task that was given none.
    private final Context context;
    private final long number;

    // Loop thread only.
    private @Nullable Coroutine<T> coroutine;
    private @Nullable String name;

    TaskIdentity(EventLoop loop, Coroutine<T> coroutine, @Nullable String name, @Nullable Context context) {
        super(loop);
        this.coroutine = Objects.requireNonNull(coroutine, "a coroutine is required, not null");
        loop.scheduler.stack.require();
        loop.checkClosed();
        loop.checkThread();
        this.name = name;
        this.number = name == null ? loop.scheduler.tasks.nextNumber() : 0;
        this.context = context != null ? context : Context.copyContext();
    }

    /**
     * The coroutine this task runs.
     *
     * @return the coroutine, or null if it ended in an eager first step
     */
    public final @Nullable Coroutine<T> getCoro() {
        return coroutine;
    }

    /**
     * The context the coroutine runs in.
     *
     * @return the context itself, not a copy
     */
    public final Context getContext() {
        return context;
    }

    /**
     * The task's name, made up if none was given.
     *
     * @return the name
     */
    public final String getName() {
        String known = name;
        if (known == null) {
            known = "Task-" + number;
            name = known;
        }
        return known;
    }

    /**
     * Names the task.
     *
     * @param value its text is the name
     */
    public final void setName(Object value) {
        name = Objects.requireNonNull(value, "the name of a task must not be null")
                .toString();
    }

    final void forgetCoroutine() {
        coroutine = null;
    }
}
