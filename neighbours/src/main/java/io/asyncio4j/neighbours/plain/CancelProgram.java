package io.asyncio4j.neighbours.plain;

import io.asyncio4j.neighbours.rounds.Program;
import io.asyncio4j.neighbours.rounds.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Threads that wait, interrupted one after the other and then joined. Measured: from the first interrupt, when all wait,
 * until the last has ended; not their creation.
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
        List<Thread> threads = new ArrayList<>(tasks);
        for (int i = 0; i < tasks; i++) {
            threads.add(Thread.startVirtualThread(() -> {
                begun.countDown();
                try {
                    waiting.run();
                } catch (InterruptedException cancelled) {
                    interrupted.incrementAndGet();
                }
            }));
        }
        begun.await();
        long began = System.nanoTime();
        for (Thread thread : threads) {
            thread.interrupt();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        Sample took = Sample.Time.since(began);
        if (interrupted.get() != tasks) {
            throw new AssertionError("of " + tasks + " threads only " + interrupted + " were interrupted");
        }
        return took;
    }
}
