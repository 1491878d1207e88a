package io.asyncio4j;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/** What one can set on an {@link EventLoop}: how it makes tasks, who hears of exceptions, its threads, debug mode. */
abstract sealed class LoopSettings extends TaskCreator permits LoopCallbacks {
    // Loop thread only.
    final ThreadWork threadWork = new ThreadWork((EventLoop) this);
    private boolean debug = DebugMode.byDefault();
    private Duration slowCallbackDuration = Duration.ofMillis(100);
    private @Nullable TaskFactory taskFactory;
    private @Nullable ExceptionHandler exceptionHandler;

    /**
     * How this loop makes its tasks.
     *
     * @param factory the factory, or null for {@code Task::new}; see {@link Asyncio#eagerTaskFactory}
     */
    public final void setTaskFactory(@Nullable TaskFactory factory) {
        checkThread();
        this.taskFactory = factory;
    }

    /**
     * How this loop makes its tasks.
     *
     * @return the factory, or null for {@code Task::new}
     */
    public final @Nullable TaskFactory getTaskFactory() {
        return taskFactory;
    }

    /**
     * Who hears of what has no other way out of this loop: exceptions of callbacks, failures nobody retrieved, tasks
     * destroyed.
     *
     * @param handler the handler, or null for the default one
     */
    public final void setExceptionHandler(@Nullable ExceptionHandler handler) {
        checkThread();
        this.exceptionHandler = handler;
    }

    /**
     * The exception handler.
     *
     * @return the handler, or null for the default one
     */
    public final @Nullable ExceptionHandler getExceptionHandler() {
        return exceptionHandler;
    }

    /**
     * Tells the exception handler.
     *
     * @param context what happened
     */
    public final void callExceptionHandler(ExceptionContext context) {
        ExceptionReports.report((EventLoop) this, context);
    }

    /**
     * What is done where no handler is set: logs at level error, to the {@code System.Logger} named
     * {@code io.asyncio4j}.
     *
     * @param context what happened
     */
    public final void defaultExceptionHandler(ExceptionContext context) {
        ExceptionReports.log(context);
    }

    /**
     * Debug mode: calls from foreign threads fail, slow steps are logged, tasks, futures, callbacks and cancellations know
     * where they come from, and a task that swallows its {@link CancelledError} and goes on is told to the exception
     * handler. Begins as the system property {@code asyncio4j.debug} or the environment variable
     * {@code ASYNCIO4J_DEBUG} says.
     *
     * @param enabled on or off
     */
    public final void setDebug(boolean enabled) {
        this.debug = enabled;
    }

    /**
     * Whether in debug mode.
     *
     * @return true if so
     */
    public final boolean getDebug() {
        return debug;
    }

    /**
     * From how long on a step of a task or a callback is logged in debug mode.
     *
     * @param duration at first 100 milliseconds
     */
    public final void setSlowCallbackDuration(Duration duration) {
        this.slowCallbackDuration = Objects.requireNonNull(duration, "the slow callback duration");
    }

    /**
     * From how long on a step is logged in debug mode.
     *
     * @return the duration
     */
    public final Duration getSlowCallbackDuration() {
        return slowCallbackDuration;
    }

    /**
     * Replaces the default executor. The loop shuts it down when it is closed.
     *
     * @param executor the executor
     */
    public final void setDefaultExecutor(ExecutorService executor) {
        threadWork.setDefault(executor);
    }

    final void reportSlow(ReadyEntry entry, long nanos) {
        Duration took = Duration.ofNanos(nanos);
        if (took.compareTo(getSlowCallbackDuration()) >= 0) {
            try {
                ExceptionReports.warnSlow(entry, took);
            } catch (Exception | StackOverflowError failed) {
                // a warning must not break the step it is about
                ExceptionReports.warn("a slow step could not be described: " + failed);
            }
        }
    }

    /** In debug mode, refuses a call from a thread that is not the loop's while the loop runs. */
    abstract void checkThread();
}
