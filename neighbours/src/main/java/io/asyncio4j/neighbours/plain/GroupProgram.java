package io.asyncio4j.neighbours.plain;

import io.asyncio4j.neighbours.rounds.Program;
import io.asyncio4j.neighbours.rounds.Sample;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An executor of threads that do nothing, opened and closed. Measured: from before it to after it. */
final class GroupProgram implements Program {
    @Override
    public Sample round(int tasks, int times) {
        Runnable nothing = () -> {};
        long began = System.nanoTime();
        for (int i = 0; i < times; i++) {
            try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int started = 0; started < tasks; started++) {
                    executor.execute(nothing);
                }
            }
        }
        return Sample.Time.since(began);
    }
}
