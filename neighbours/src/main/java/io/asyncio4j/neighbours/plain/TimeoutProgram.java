package io.asyncio4j.neighbours.plain;

import io.asyncio4j.neighbours.rounds.Program;
import io.asyncio4j.neighbours.rounds.Sample;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * A thread that has itself interrupted in an hour, lets the others run once, and calls the interrupt off, over and over.
 * Measured: all of it.
 */
final class TimeoutProgram implements Program {
    @Override
    @SuppressWarnings("ThreadPriorityCheck") // letting the others run is what is measured
    public Sample round(int tasks, int times) {
        Thread self = Thread.currentThread();
        long began = System.nanoTime();
        for (int i = 0; i < times; i++) {
            Future<?> timeout = ForkJoinPool.commonPool().schedule(self::interrupt, 1, TimeUnit.HOURS);
            Thread.yield();
            timeout.cancel(false);
        }
        return Sample.Time.since(began);
    }
}
