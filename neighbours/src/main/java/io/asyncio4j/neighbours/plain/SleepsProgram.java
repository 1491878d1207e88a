package io.asyncio4j.neighbours.plain;

import io.asyncio4j.neighbours.rounds.Program;
import io.asyncio4j.neighbours.rounds.Sample;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Threads that sleep from none to all of 100 ms, started in a scrambled order. Measured: from the first to the last. */
final class SleepsProgram implements Program {
    private static final long LONGEST = Duration.ofMillis(100).toNanos();
    private static final long SCRAMBLE = 7919;

    @Override
    public Sample round(int tasks, int times) {
        long began = System.nanoTime();
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < tasks; i++) {
                Duration duration = Duration.ofNanos(i * SCRAMBLE % tasks * LONGEST / tasks);
                executor.execute(() -> sleep(duration));
            }
        }
        return Sample.Time.since(began);
    }

    private static void sleep(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException nobodyDoes) {
            throw new AssertionError(nobodyDoes);
        }
    }
}
