package io.asyncio4j;

import io.asyncio4j.context.Context;
import io.asyncio4j.context.ContextHolder;
import io.asyncio4j.context.ContextStack;
import io.asyncio4j.fibers.Fiber;
import java.io.PrintStream;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a task is, apart from what it does: its coroutine, context and name, and where it stands.
 *
 * @param <T> the coroutine's result
 */
abstract sealed class TaskIdentity<T extends @Nullable Object> extends TracedFuture<T> implements ContextHolder
        permits TaskEnding {
    // Fixed. The number makes the name of a task that was given none.
    private final long number;

    // Loop thread only. The context, where none was given, is a snapshot until somebody asks for it.
    private Context context;
    private @Nullable Object body;
    private @Nullable String name;

    TaskIdentity(EventLoop loop, Object body, @Nullable String name, @Nullable Context context) {
        super(loop);
        this.body = body;
        loop.scheduler.stack.require();
        loop.checkClosed();
        loop.checkThread();
        this.name = name;
        this.number = name == null ? loop.scheduler.tasks.nextNumber() : 0;
        this.context = LoopCallbacks.contextOr(context);
    }

    /**
     * The coroutine this task runs.
     *
     * @return the coroutine, or null if it ended in an eager first step
     */
    @SuppressWarnings("unchecked") // the constructor's coroutine
    public final @Nullable Coroutine<T> getCoro() {
        Object now = body;
        if (now == null) {
            return null;
        }
        Coroutine<?> coroutine = TaskBody.coroutine(now);
        if (coroutine != now) {
            body = coroutine;
        }
        return (Coroutine<T>) coroutine;
    }

    final @Nullable Object body() {
        return body;
    }

    /**
     * The context the coroutine runs in. Called on the loop's thread: the first call may make it.
     *
     * @return the context itself, not a copy
     */
    @Override
    public final Context getContext() {
        Context own = ContextStack.own(context);
        if (own != context) {
            context = own;
        }
        return own;
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
        body = null;
    }

    /**
     * Where the task is: the frames of its suspended coroutine, or where the exception it ended with came from.
     *
     * @return the frames, oldest first; empty if the task has not begun, has returned or was cancelled
     */
    public final List<StackTraceElement> getStack() {
        return getStack(Integer.MAX_VALUE);
    }

    /**
     * Where the task is, see {@link #getStack()}.
     *
     * @param limit the most frames: of a suspended coroutine the newest, of an exception the oldest are returned
     * @return the frames, oldest first
     */
    public final List<StackTraceElement> getStack(int limit) {
        return TaskStack.of(this, fiber(), limit);
    }

    /** Prints {@link #getStack()} to {@code System.err}. */
    public final void printStack() {
        printStack(Integer.MAX_VALUE, System.err);
    }

    /**
     * Prints {@link #getStack()}.
     *
     * @param file where to
     */
    public final void printStack(PrintStream file) {
        printStack(Integer.MAX_VALUE, file);
    }

    /**
     * Prints {@link #getStack(int)}.
     *
     * @param limit the most frames
     * @param file where to
     */
    public final void printStack(int limit, PrintStream file) {
        TaskStack.print(this, getStack(limit), file);
    }

    @Override
    final void checkSettable(String operation) {
        throw new IllegalStateException("Task does not support " + operation + ": its outcome is its coroutine's");
    }

    /** What it runs on, null before its first step and after its last. */
    abstract @Nullable Fiber fiber();
}
