package io.asyncio4j;

import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Work of one loop on other threads: the default executor, and the way of a result back to the loop. The default is a
 * virtual thread for each piece of work. Loop thread only.
 */
final class ThreadWork {
    private final EventLoop loop;
    private @Nullable CancelHooks hooks;
    private @Nullable ExecutorService executor;
    private boolean shutDown;

    ThreadWork(EventLoop loop) {
        this.loop = loop;
    }

    void setDefault(ExecutorService executor) {
        this.executor = Objects.requireNonNull(executor, "the default executor");
    }

    <T extends @Nullable Object> Future<T> submit(
            @Nullable ExecutorService given, Callable<T> function, OnCancel onCancel) {
        Objects.requireNonNull(function, "the function to run in a thread");
        if (given != null && function instanceof Serializable) {
            return ShippedWork.submit(loop, hooks(), given, function, onCancel);
        }
        ExecutorService threads = given != null ? given : defaultExecutor();
        Future<T> future = loop.createFuture();
        Work<T> work = new Work<>(loop, function, future, onCancel);
        java.util.concurrent.Future<?> thread = threads.submit(work);
        loop.poller.workBegan(work);
        future.onDone(done -> {
            if (done.cancelled()) {
                cancel(work, thread);
            }
        });
        return future;
    }

    /** On the loop's thread: nobody waits for the work any more. */
    private void cancel(Work<?> work, java.util.concurrent.Future<?> thread) {
        VoidCallable hook = work.onCancel.hook();
        if (work.callOff()) {
            loop.poller.workEnded(work);
            thread.cancel(false);
        } else if (work.onCancel == OnCancel.INTERRUPT) {
            thread.cancel(true);
        } else if (hook != null && work.isRunning()) {
            hooks().call(hook, work, work::isRunning);
        }
    }

    private CancelHooks hooks() {
        CancelHooks known = hooks;
        if (known == null) {
            known = new CancelHooks(loop);
            hooks = known;
        }
        return known;
    }

    private @Nullable ExecutorService takeHookThreads() {
        return hooks == null ? null : hooks.takeThreads();
    }

    private ExecutorService defaultExecutor() {
        if (shutDown) {
            throw new IllegalStateException(
                    "Executor shutdown has been called: the loop takes no more work for threads");
        }
        ExecutorService threads = executor;
        if (threads == null) {
            threads = Executors.newThreadPerTaskExecutor(
                    Thread.ofVirtual().name("asyncio4j-thread-", 0).factory());
            executor = threads;
        }
        return threads;
    }

    /** Suspends the calling task until the default executor's work is done, and all hooks are. */
    void shutdown(@Nullable Duration timeout) {
        shutDown = true;
        List<ExecutorService> ending = new ArrayList<>(2);
        addUnlessEnded(ending, executor);
        addUnlessEnded(ending, takeHookThreads());
        if (ending.isEmpty()) {
            return;
        }
        ExecutorService waiter = Executors.newVirtualThreadPerTaskExecutor();
        Future<Boolean> ended = submit(waiter, () -> awaitEnd(ending, timeout), OnCancel.INTERRUPT);
        waiter.shutdown();
        try {
            if (!ended.await()) {
                ExceptionReports.warn(
                        "the executor did not finish its work within " + timeout + " and is left to itself");
            }
        } catch (Exception impossible) {
            throw new IllegalStateException("waiting for the executor failed", impossible);
        }
    }

    private static void addUnlessEnded(List<ExecutorService> ending, @Nullable ExecutorService threads) {
        if (threads != null) {
            threads.shutdown();
            if (!threads.isTerminated()) {
                ending.add(threads);
            }
        }
    }

    private static boolean awaitEnd(List<ExecutorService> ending, @Nullable Duration timeout)
            throws InterruptedException {
        long nanos = timeout == null ? Long.MAX_VALUE : Durations.nanos(timeout);
        for (ExecutorService threads : ending) {
            if (!threads.awaitTermination(nanos, TimeUnit.NANOSECONDS)) {
                return false;
            }
        }
        return true;
    }

    void close() {
        shutDown = true;
        ExecutorService threads = executor;
        executor = null;
        if (threads != null) {
            threads.shutdown();
        }
        ExecutorService hookThreads = takeHookThreads();
        if (hookThreads != null) {
            hookThreads.shutdown();
        }
    }

    /** One function on its way through another thread. */
    private static final class Work<T extends @Nullable Object> implements Runnable {
        /**
         * <pre>
         *              its thread begins              the function ends
         *   SUBMITTED ───────────────────→ RUNNING ─────────────────────→ ENDED
         *       │ callOff
         *       └──────────→ CALLED_OFF
         * </pre>
         */
        private enum State {
            SUBMITTED,
            RUNNING,
            ENDED,
            CALLED_OFF
        }

        // Fixed.
        private final EventLoop loop;
        private final Callable<T> function;
        private final Future<T> future;
        private final OnCancel onCancel;

        // Any thread.
        private final AtomicReference<State> state = new AtomicReference<>(State.SUBMITTED);

        Work(EventLoop loop, Callable<T> function, Future<T> future, OnCancel onCancel) {
            this.loop = loop;
            this.function = function;
            this.future = future;
            this.onCancel = onCancel;
        }

        /** Keeps it from starting. Returns false if it has started. */
        boolean callOff() {
            return state.compareAndSet(State.SUBMITTED, State.CALLED_OFF);
        }

        boolean isRunning() {
            return state.get() == State.RUNNING;
        }

        @Override
        public String toString() {
            return Representation.of(function);
        }

        @Override
        public void run() {
            if (!state.compareAndSet(State.SUBMITTED, State.RUNNING)) {
                return;
            }
            Delivery<T> delivery;
            try {
                delivery = new Delivery<>(this, function.call(), null);
            } catch (Throwable exception) {
                delivery = new Delivery<>(this, null, exception);
            }
            state.set(State.ENDED);
            if (loop.isClosed()) {
                delivery.loopClosed();
            } else {
                loop.scheduler.makeReadyFromAnywhere(new Handle(loop, null, delivery));
            }
        }
    }

    /** The outcome of a function on its way back. A result nobody waits for is dropped, a failure is reported. */
    private record Delivery<T extends @Nullable Object>(
            Work<T> work, @Nullable T result, @Nullable Throwable exception) implements Runnable, LeftBehind {
        @Override
        @SuppressWarnings("NullAway") // without an exception the result is what the function returned
        public void run() {
            work.loop.poller.workEnded(work);
            if (exception != null) {
                fail(exception);
            } else if (!work.future.done()) {
                work.future.complete(result);
            }
        }

        private void fail(Throwable failure) {
            if (!work.future.done()) {
                work.future.fail(failure);
            } else if (isToBeReported(failure)) {
                report("work in a thread failed after nobody waited for it any more", failure);
            }
        }

        @Override
        public void loopClosed() {
            if (exception != null && isToBeReported(exception)) {
                report("work in a thread failed after its loop was closed", exception);
            }
        }

        /** A function that ends because it has noticed the cancellation has not failed. */
        private boolean isToBeReported(Throwable failure) {
            return work.onCancel.reportsFailure() && !(failure instanceof CancelledError);
        }

        private void report(String message, Throwable failure) {
            work.loop.callExceptionHandler(new ExceptionContext(message, failure));
        }
    }
}
