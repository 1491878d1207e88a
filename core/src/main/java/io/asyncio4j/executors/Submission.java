package io.asyncio4j.executors;

import io.asyncio4j.Asyncio;
import io.asyncio4j.ExceptionContext;
import io.asyncio4j.Task;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Delayed;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** One piece of work on its way through the loop of an executor, and the future of it. */
final class Submission<V extends @Nullable Object> extends CompletableFuture<V> implements ScheduledFuture<V> {
    private enum Stage {
        WAITING,
        BEGUN,
        CALLED_OFF
    }

    // Fixed.
    private final LoopExecutor executor;
    private final Runnable command;
    private final Callable<V> function;
    private final long period;
    private final boolean fixedRate;

    // Any thread.
    //   WAITING ──its time has come──→ BEGUN
    //      └──────cancel─────────────→ CALLED_OFF
    private final AtomicReference<Stage> stage = new AtomicReference<>(Stage.WAITING);
    private volatile long deadline;

    // Set before the start.
    private boolean reportsFailures;

    // Loop thread only. Between the runs of a periodic task it is not running.
    private @Nullable Task<?> task;
    private boolean running;

    private Submission(
            LoopExecutor executor, Runnable command, Callable<V> function, long delay, long period, boolean fixedRate) {
        this.executor = executor;
        this.command = command;
        this.function = function;
        this.period = period;
        this.fixedRate = fixedRate;
        this.deadline = later(executor.loop.time(), delay);
    }

    static <V extends @Nullable Object> Submission<V> once(LoopExecutor executor, Callable<V> function, long delay) {
        Objects.requireNonNull(function, "a callable is required, not null");
        return new Submission<>(executor, () -> call(function), function, delay, 0, false);
    }

    static <V extends @Nullable Object> Submission<V> once(
            LoopExecutor executor, Runnable command, V result, long delay) {
        Objects.requireNonNull(command, "a runnable is required, not null");
        Callable<V> function = () -> {
            command.run();
            return result;
        };
        return new Submission<>(executor, command, function, delay, 0, false);
    }

    static Submission<@Nullable Void> repeated(
            LoopExecutor executor, Runnable command, long delay, long period, boolean fixedRate) {
        Objects.requireNonNull(command, "a runnable is required, not null");
        Callable<@Nullable Void> function = () -> {
            command.run();
            return null;
        };
        return new Submission<>(executor, command, function, delay, period, fixedRate);
    }

    private static void call(Callable<?> function) {
        try {
            Object _ = function.call();
        } catch (RuntimeException exception) {
            throw exception;
        } catch (Exception exception) {
            throw new IllegalStateException("the callable has failed: " + exception, exception);
        }
    }

    private static long later(long time, long delay) {
        long sum = time + Math.max(0, delay);
        return sum < time ? Long.MAX_VALUE : sum;
    }

    Submission<V> reportingFailures() {
        reportsFailures = true;
        return this;
    }

    boolean isPeriodic() {
        return period > 0;
    }

    /** What was given, or calls it. */
    Runnable command() {
        return command;
    }

    // ---- the task

    void start() {
        CompletableFuture<V> outcome = Asyncio.runCoroutineThreadsafe(this::live, executor.loop);
        CompletableFuture<V> _ = outcome.whenComplete((value, failure) -> {
            end(value, failure);
            executor.ended(this);
        });
    }

    @SuppressWarnings("NullAway") // of a called-off submission nobody takes the value
    private V live() throws Exception {
        task = Asyncio.currentTask();
        if (isDone()) {
            return null;
        }
        if (left() > 0) {
            sleepUntilDeadline();
        }
        if (!stage.compareAndSet(Stage.WAITING, Stage.BEGUN)) {
            return null;
        }
        V value = call();
        while (isPeriodic() && !isDone()) {
            deadline = later(fixedRate ? deadline : executor.loop.time(), period);
            // also where it is late: the others are to run in between
            sleepUntilDeadline();
            if (!isDone()) {
                value = call();
            }
        }
        return value;
    }

    private V call() throws Exception {
        running = true;
        try {
            return function.call();
        } finally {
            running = false;
        }
    }

    private void sleepUntilDeadline() {
        Asyncio.sleep(Duration.ofNanos(left()));
    }

    private long left() {
        return deadline - executor.loop.time();
    }

    private void end(V value, @Nullable Throwable failure) {
        if (failure == null) {
            complete(value);
        } else if (failure instanceof CancellationException) {
            super.cancel(false);
        } else if (!completeExceptionally(failure)) {
            report("work failed after its future was cancelled", failure);
        } else if (reportsFailures) {
            report("work of execute() failed", failure);
        }
    }

    private void report(String message, Throwable failure) {
        executor.loop.callExceptionHandler(new ExceptionContext(message + ": " + command, failure));
    }

    // ---- the future

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        boolean cancelled = super.cancel(false);
        if (cancelled) {
            stage.compareAndSet(Stage.WAITING, Stage.CALLED_OFF);
            tellTask(mayInterruptIfRunning);
        }
        return cancelled;
    }

    /** Cancels it. Returns whether it had not begun. */
    boolean callOff() {
        boolean waiting = stage.compareAndSet(Stage.WAITING, Stage.CALLED_OFF);
        super.cancel(false);
        tellTask(true);
        return waiting;
    }

    /** Closing the loop ends the task as well. */
    private void tellTask(boolean evenIfRunning) {
        try {
            executor.loop.callSoonThreadsafe(() -> cancelTask(evenIfRunning));
        } catch (IllegalStateException exception) {
            if (!executor.loop.isClosed()) {
                throw exception;
            }
        }
    }

    private void cancelTask(boolean evenIfRunning) {
        Task<?> ours = task;
        if (ours != null && (evenIfRunning || !running)) {
            ours.cancel();
        }
    }

    @Override
    public V get() throws InterruptedException, ExecutionException {
        checkMayBlock("get()");
        return super.get();
    }

    @Override
    public V get(long timeout, TimeUnit unit) throws InterruptedException, ExecutionException, TimeoutException {
        checkMayBlock("get()");
        return super.get(timeout, unit);
    }

    @Override
    public V join() {
        checkMayBlock("join()");
        return super.join();
    }

    private void checkMayBlock(String action) {
        if (!isDone()) {
            executor.checkMayBlock(action);
        }
    }

    /** Of the dependent stages: they are plain ones. */
    @Override
    public <U extends @Nullable Object> CompletableFuture<U> newIncompleteFuture() {
        return new CompletableFuture<>();
    }

    @Override
    public long getDelay(TimeUnit unit) {
        return unit.convert(left(), TimeUnit.NANOSECONDS);
    }

    @Override
    public int compareTo(Delayed other) {
        return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
    }
}
