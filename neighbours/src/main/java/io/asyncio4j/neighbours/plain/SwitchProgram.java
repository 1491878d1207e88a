package io.asyncio4j.neighbours.plain;

import io.asyncio4j.neighbours.rounds.Program;
import io.asyncio4j.neighbours.rounds.Sample;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Threads that let each other run, in turn. Measured: from the first to the last. */
final class SwitchProgram implements Program {
    @Override
    @SuppressWarnings("ThreadPriorityCheck") // letting the others run is what is measured
    public Sample round(int tasks, int times) {
        Runnable taking = () -> {
            for (int i = 0; i < times; i++) {
                Thread.yield();
            }
        };
        long began = System.nanoTime();
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < tasks; i++) {
                executor.execute(taking);
            }
        }
        return Sample.Time.since(began);
    }
}
