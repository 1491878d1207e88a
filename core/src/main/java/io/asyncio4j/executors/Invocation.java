package io.asyncio4j.executors;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Several callables of one call, for which a thread that is not the loop's waits. Whatever is left in the end is cancelled. */
final class Invocation<T extends @Nullable Object> {
    private final LoopExecutor executor;
    private final Collection<? extends Callable<T>> tasks;
    private final List<CompletableFuture<T>> futures = new ArrayList<>();

    Invocation(LoopExecutor executor, Collection<? extends Callable<T>> tasks) {
        executor.checkMayBlock("waiting for several tasks");
        for (Callable<T> task : tasks) {
            Objects.requireNonNull(task, "null among the callables");
        }
        this.executor = executor;
        this.tasks = tasks;
    }

    private void start() {
        for (Callable<T> task : tasks) {
            futures.add((CompletableFuture<T>) executor.submit(task));
        }
    }

    private void cancelRest() {
        futures.forEach(future -> future.cancel(true));
    }

    List<Future<T>> all(long nanos) throws InterruptedException {
        try {
            start();
            CompletableFuture<?> last = CompletableFuture.allOf(futures.toArray(CompletableFuture<?>[]::new));
            last.get(nanos, TimeUnit.NANOSECONDS);
        } catch (ExecutionException | CancellationException | TimeoutException seenInTheFutures) {
            // as invokeAll has it
        } finally {
            cancelRest();
        }
        return new ArrayList<>(futures);
    }

    T any(long nanos) throws InterruptedException, ExecutionException, TimeoutException {
        if (tasks.isEmpty()) {
            throw new IllegalArgumentException("the first of no tasks was asked for");
        }
        long deadline = System.nanoTime() + nanos;
        LinkedBlockingQueue<CompletableFuture<T>> done = new LinkedBlockingQueue<>();
        try {
            start();
            for (CompletableFuture<T> future : futures) {
                CompletableFuture<T> _ = future.whenComplete((value, failure) -> done.add(future));
            }
            return firstResult(done, deadline);
        } finally {
            cancelRest();
        }
    }

    private T firstResult(LinkedBlockingQueue<CompletableFuture<T>> done, long deadline)
            throws InterruptedException, ExecutionException, TimeoutException {
        ExecutionException failure = null;
        for (int left = futures.size(); left > 0; left--) {
            CompletableFuture<T> next = done.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (next == null) {
                throw new TimeoutException();
            }
            try {
                return next.get();
            } catch (ExecutionException exception) {
                failure = exception;
            } catch (CancellationException exception) {
                failure = new ExecutionException(exception);
            }
        }
        throw Objects.requireNonNull(failure);
    }
}
