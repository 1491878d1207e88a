package io.asyncio4j.behaviours.reactive;

import static io.asyncio4j.Asyncio.allTasks;
import static io.asyncio4j.Asyncio.gather;

import io.asyncio4j.EventLoop;
import io.asyncio4j.Task;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

/** A loop that runs on a thread of its own, for tests that come from other threads. */
final class RunningLoopThread {
    final EventLoop loop = new EventLoop();
    private final Thread thread = Thread.ofPlatform().name("loop").start(this::live);

    private void live() {
        loop.runForever();
        Set<Task<?>> left = allTasks(loop);
        left.forEach(Task::cancel);
        try {
            loop.runUntilComplete(() -> {
                gather(true, left.toArray(Task<?>[]::new)).await();
            });
        } catch (Exception exception) {
            throw new IllegalStateException(exception);
        } finally {
            loop.close();
        }
    }

    /** Calls the function as a callback of the loop. */
    <T> T call(Callable<T> function) throws Exception {
        CompletableFuture<T> result = new CompletableFuture<>();
        loop.callSoonThreadsafe(() -> {
            try {
                result.complete(function.call());
            } catch (Exception exception) {
                result.completeExceptionally(exception);
            }
        });
        return result.get();
    }

    void stop() throws InterruptedException {
        loop.callSoonThreadsafe(loop::stop);
        thread.join();
    }
}
