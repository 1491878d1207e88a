package io.asyncio4j.neighbours.plain;

import io.asyncio4j.neighbours.rounds.Program;
import io.asyncio4j.neighbours.rounds.Sample;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** One thread that goes 100 calls deep and there, with nobody else about, lets the others run. Measured: all of it. */
final class DeepProgram implements Program {
    private static final int DEPTH = 100;

    @Override
    public Sample round(int tasks, int times) throws Exception {
        long began = System.nanoTime();
        int calls;
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            calls = executor.submit(() -> call(DEPTH, times)).get();
        }
        Sample took = Sample.Time.since(began);
        if (calls != DEPTH) {
            throw new AssertionError("went " + calls + " calls deep");
        }
        return took;
    }

    @SuppressWarnings("ThreadPriorityCheck") // letting the others run is what is measured
    private static int call(int levels, int times) {
        if (levels == 0) {
            for (int i = 0; i < times; i++) {
                Thread.yield();
            }
            return 0;
        }
        return call(levels - 1, times) + 1;
    }
}
