package io.asyncio4j.neighbours.plain;

import io.asyncio4j.neighbours.rounds.Program;
import io.asyncio4j.neighbours.rounds.Sample;
import java.util.concurrent.CountDownLatch;

/**
 * Threads that do nothing, and a latch that tells when all have ended: cheaper than an executor, which keeps a set of them, and
 * than joining each. Measured: from before the first to after the last.
 */
final class GroupProgram implements Program {
    @Override
    public Sample round(int tasks, int times) throws InterruptedException {
        long began = System.nanoTime();
        for (int i = 0; i < times; i++) {
            CountDownLatch running = new CountDownLatch(tasks);
            Runnable nothing = running::countDown;
            for (int started = 0; started < tasks; started++) {
                Thread.startVirtualThread(nothing);
            }
            running.await();
        }
        return Sample.Time.since(began);
    }
}
