package io.asyncio4j.neighbours.plain;

import io.asyncio4j.neighbours.rounds.Program;
import io.asyncio4j.neighbours.rounds.ResidentMemory;
import io.asyncio4j.neighbours.rounds.Sample;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** Threads that all sleep at once. Measured: the resident memory of the process, before them and with them. */
final class SleepersProgram implements Program {
    private static final Duration HOUR = Duration.ofHours(1);

    @Override
    public Sample round(int tasks, int times) throws Exception {
        CountDownLatch begun = new CountDownLatch(tasks);
        Runnable sleeping = () -> {
            begun.countDown();
            try {
                Thread.sleep(HOUR);
            } catch (InterruptedException nobodyDoes) {
                throw new AssertionError(nobodyDoes);
            }
        };
        long before = ResidentMemory.now();
        for (int i = 0; i < tasks; i++) {
            Thread.startVirtualThread(sleeping);
        }
        begun.await();
        // nobody needs the end of a million threads: the process ends first
        return new Sample.Memory(before, ResidentMemory.now(), ResidentMemory.peak());
    }
}
