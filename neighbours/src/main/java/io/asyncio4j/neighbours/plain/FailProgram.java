package io.asyncio4j.neighbours.plain;

import io.asyncio4j.neighbours.rounds.Program;
import io.asyncio4j.neighbours.rounds.Sample;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Threads that sleep, and one more that fails. Measured: from the failure until it has been noticed, all others have been
 * interrupted and have ended.
 */
final class FailProgram implements Program {
    private static final Duration HOUR = Duration.ofHours(1);

    @Override
    public Sample round(int tasks, int times) throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(tasks);
        Callable<Long> sleeping = () -> {
            begun.countDown();
            Thread.sleep(HOUR);
            throw new AssertionError("slept to the end");
        };
        try {
            untilOneFails(tasks, sleeping, begun);
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof ChildFailure child) {
                return Sample.Time.since(child.happened);
            }
            throw new AssertionError("the wrong failure", failure);
        }
        throw new AssertionError("nothing failed");
    }

    private static void untilOneFails(int tasks, Callable<Long> sleeping, CountDownLatch begun)
            throws InterruptedException, ExecutionException {
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                ExecutorCompletionService<Long> ended = new ExecutorCompletionService<>(executor);
                for (int i = 0; i < tasks; i++) {
                    ended.submit(sleeping);
                }
                begun.await();
                ended.submit(() -> {
                    throw new ChildFailure(System.nanoTime());
                });
                for (int i = 0; i <= tasks; i++) {
                    ended.take().get();
                }
            } finally {
                executor.shutdownNow();
            }
        }
    }

    /** Knows when it happened. */
    private static final class ChildFailure extends Exception {
        private static final long serialVersionUID = 1;

        private final long happened;

        ChildFailure(long happened) {
            this.happened = happened;
        }
    }
}
