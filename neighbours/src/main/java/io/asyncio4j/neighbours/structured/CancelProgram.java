package io.asyncio4j.neighbours.structured;

import io.asyncio4j.neighbours.rounds.Program;
import io.asyncio4j.neighbours.rounds.Sample;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Subtasks that wait, cancelled as structured code is: the owner of their scope is interrupted, leaves the scope, and so
 * interrupts and joins them all. Measured: from the owner's interrupt, when all wait, until it has ended; not their creation.
 *
 * @param waiting what each does until it is interrupted
 */
record CancelProgram(Waiting waiting) implements Program {
    /** A wait that does not end by itself. */
    @FunctionalInterface
    interface Waiting {
        void run() throws InterruptedException;
    }

    @Override
    public Sample round(int tasks, int times) throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(tasks);
        AtomicInteger interrupted = new AtomicInteger();
        Callable<@Nullable Void> subtask = () -> {
            begun.countDown();
            try {
                waiting.run();
            } catch (InterruptedException cancelled) {
                interrupted.incrementAndGet();
                throw cancelled;
            }
            return null;
        };
        Thread owner = Thread.startVirtualThread(() -> own(tasks, subtask));
        begun.await();
        long began = System.nanoTime();
        owner.interrupt();
        owner.join();
        Sample took = Sample.Time.since(began);
        if (interrupted.get() != tasks) {
            throw new AssertionError("of " + tasks + " subtasks only " + interrupted + " were interrupted");
        }
        return took;
    }

    private static void own(int tasks, Callable<@Nullable Void> subtask) {
        try (var scope = StructuredTaskScope.open()) {
            for (int i = 0; i < tasks; i++) {
                scope.fork(subtask);
            }
            scope.join();
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
        }
    }
}
