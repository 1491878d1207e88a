package io.asyncio4j.neighbours.structured;

import io.asyncio4j.neighbours.rounds.Program;
import io.asyncio4j.neighbours.rounds.Sample;
import java.time.Duration;
import java.util.concurrent.StructuredTaskScope;

/** Subtasks that sleep from none to all of 100 ms, forked in a scrambled order. Measured: from the first to the last. */
final class SleepsProgram implements Program {
    private static final long LONGEST = Duration.ofMillis(100).toNanos();
    private static final long SCRAMBLE = 7919;

    @Override
    public Sample round(int tasks, int times) throws InterruptedException {
        long began = System.nanoTime();
        try (var scope = StructuredTaskScope.open()) {
            for (int i = 0; i < tasks; i++) {
                Duration duration = Duration.ofNanos(i * SCRAMBLE % tasks * LONGEST / tasks);
                scope.fork(() -> {
                    Thread.sleep(duration);
                    return null;
                });
            }
            scope.join();
        }
        return Sample.Time.since(began);
    }
}
