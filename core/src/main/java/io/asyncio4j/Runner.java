package io.asyncio4j;

import io.asyncio4j.context.Context;
import io.asyncio4j.fibers.FirstVirtualThread;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Opens a loop, runs coroutines on it one after another, and closes it.
 *
 * <p>{@link Asyncio#run} is a runner for one coroutine. All runs share the loop and one context. On the program's main
 * thread the first Ctrl-C cancels the coroutine, which may clean up; {@code run} then ends in {@link KeyboardInterrupt}.
 * The second ends the run at once. An interrupt of the thread that called {@code run} cancels the coroutine too. Belongs
 * to one thread. Follows asyncio's «Runners».
 */
public final class Runner implements AutoCloseable {
    // Fixed.
    private final @Nullable Boolean debug;
    private final @Nullable Supplier<EventLoop> loopFactory;

    // The runner's thread. (As in asyncio, closing a runner that was never used leaves it as it is.)
    //                       run, getLoop                   close
    //   no loop, not closed ─────────────→ a loop, not closed ─────→ no loop, closed
    private @Nullable EventLoop loop;
    private boolean closed;
    private @Nullable Context context;

    /** A runner with a loop of its own, made at the first run. */
    public Runner() {
        this(null, null);
    }

    /**
     * A runner whose loop is in debug mode, or is not.
     *
     * @param debug see {@link EventLoop#setDebug}
     */
    public Runner(boolean debug) {
        this(debug, null);
    }

    /**
     * A runner with a loop made by the factory.
     *
     * @param loopFactory called once, at the first run
     */
    public Runner(Supplier<EventLoop> loopFactory) {
        this(null, loopFactory);
    }

    /**
     * A runner.
     *
     * @param debug see {@link EventLoop#setDebug}; null to leave it as it is
     * @param loopFactory makes the loop, at the first run; null for {@code EventLoop::new}
     */
    public Runner(@Nullable Boolean debug, @Nullable Supplier<EventLoop> loopFactory) {
        FirstVirtualThread.begin();
        this.debug = debug;
        this.loopFactory = loopFactory;
    }

    /**
     * Runs a coroutine to its end; the calling thread waits.
     *
     * @param <T> the result
     * @param main the coroutine
     * @return its result
     * @throws IllegalStateException if this runner is closed, or a loop runs on this thread already
     * @throws KeyboardInterrupt after Ctrl-C
     * @throws Exception what the coroutine failed with
     */
    public <T extends @Nullable Object> T run(Coroutine<T> main) throws Exception {
        return run(main, null);
    }

    /**
     * Runs a coroutine that returns nothing, see {@link #run(Coroutine)}.
     *
     * @param main the coroutine
     * @throws Exception what the coroutine failed with
     */
    public void run(VoidCoroutine main) throws Exception {
        run(VoidBody.of(main), null);
    }

    /**
     * Runs a coroutine in a context, see {@link #run(Coroutine)}.
     *
     * @param <T> the result
     * @param main the coroutine
     * @param context what it runs in, or null for the runner's own context
     * @return its result
     * @throws Exception what the coroutine failed with
     */
    public <T extends @Nullable Object> T run(Coroutine<T> main, @Nullable Context context) throws Exception {
        Objects.requireNonNull(main, "a coroutine is required, not null");
        checkNoLoopRuns();
        EventLoop on = open();
        Task<T> task = on.createTask(main, null, context != null ? context : this.context, false);
        try (InterruptSignal signal = InterruptSignal.watch(task)) {
            try {
                return on.runUntilComplete(task);
            } catch (CancelledError error) {
                if (signal.count() > 0 && task.uncancel() == 0) {
                    throw KeyboardInterrupt.of(error);
                }
                throw error.isForeign() ? error : error.withStackTrace();
            } catch (Throwable exception) {
                addCaller(exception);
                throw exception;
            }
        }
    }

    /**
     * Runs a coroutine that returns nothing in a context, see {@link #run(Coroutine)}.
     *
     * @param main the coroutine
     * @param context what it runs in, or null for the runner's own context
     * @throws Exception what the coroutine failed with
     */
    public void run(VoidCoroutine main, @Nullable Context context) throws Exception {
        run(VoidBody.of(main), context);
    }

    /** The stack of an exception from a task begins on the task's thread: here it gets those who called run. */
    private static void addCaller(Throwable exception) {
        List<StackTraceElement> frames = new ArrayList<>(List.of(exception.getStackTrace()));
        List<StackTraceElement> caller = List.of(new Throwable().getStackTrace());
        frames.addAll(caller.subList(1, caller.size()));
        exception.setStackTrace(frames.toArray(new StackTraceElement[0]));
    }

    static void checkNoLoopRuns() {
        if (RunningLoop.find() != null) {
            throw new IllegalStateException(
                    "run() cannot be called from a running event loop: await the coroutine, or make "
                            + "a task of it with createTask");
        }
    }

    /**
     * The loop, made now if it has not been.
     *
     * @return the loop
     * @throws IllegalStateException if this runner is closed
     */
    public EventLoop getLoop() {
        return open();
    }

    private EventLoop open() {
        if (closed) {
            throw new IllegalStateException("Runner is closed: make a new one");
        }
        EventLoop known = loop;
        if (known == null) {
            known = loopFactory == null ? new EventLoop() : loopFactory.get();
            if (debug != null) {
                known.setDebug(debug);
            }
            loop = known;
            context = Context.copyContext();
        }
        return known;
    }

    /**
     * Cancels what tasks are left, waits for them, reports those that fail, waits for work in threads (five minutes at
     * the most), and closes the loop.
     */
    @Override
    public void close() {
        EventLoop on = loop;
        if (on == null) {
            return;
        }
        // an interrupt has cancelled the main task; the cleanup of the others is not to be cancelled by it as well
        boolean interrupted = Thread.interrupted();
        try {
            cancelAllTasks(on);
            complete(on, new Shutdown(on));
        } finally {
            closed = true;
            loop = null;
            try {
                on.close();
            } finally {
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }

    private static void cancelAllTasks(EventLoop loop) {
        List<Task<?>> left = new ArrayList<>(loop.scheduler.tasks.all());
        if (left.isEmpty()) {
            return;
        }
        for (Task<?> task : left) {
            task.cancel();
        }
        complete(loop, GatheringFuture.of(left, true));
        for (Task<?> task : left) {
            Throwable exception = task.cancelled() ? null : task.exception();
            if (exception != null) {
                loop.callExceptionHandler(new ExceptionContext(
                        "unhandled exception during run() shutdown", exception, task, null, task.source()));
            }
        }
    }

    /** The last task of a loop; no lambda, because it would be the dearest part of a small program's end. */
    private record Shutdown(EventLoop loop) implements Coroutine<@Nullable Void> {
        private static final Duration THREADS_MAY_TAKE = Duration.ofMinutes(5);

        @Override
        public @Nullable Void await() {
            loop.shutdownDefaultExecutor(THREADS_MAY_TAKE);
            return null;
        }
    }

    private static void complete(EventLoop loop, Awaitable<?> awaitable) {
        try {
            loop.runUntilComplete(awaitable);
        } catch (Error | RuntimeException unchecked) {
            throw unchecked;
        } catch (Exception checked) {
            throw new IllegalStateException("the shutdown of the loop failed", checked);
        }
    }
}
