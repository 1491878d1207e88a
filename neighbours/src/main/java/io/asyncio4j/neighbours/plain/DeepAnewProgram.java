package io.asyncio4j.neighbours.plain;

import io.asyncio4j.neighbours.rounds.Program;
import io.asyncio4j.neighbours.rounds.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Threads that go 100 calls deep, let the others run there, and return all the way, over and over. Measured: from the first
 * to the last.
 */
final class DeepAnewProgram implements Program {
    private static final int DEPTH = 100;

    @Override
    public Sample round(int tasks, int times) throws Exception {
        long began = System.nanoTime();
        long calls = 0;
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Long>> results = new ArrayList<>(tasks);
            for (int i = 0; i < tasks; i++) {
                results.add(executor.submit(() -> descend(times)));
            }
            for (Future<Long> result : results) {
                calls += result.get();
            }
        }
        Sample took = Sample.Time.since(began);
        if (calls != (long) tasks * times * DEPTH) {
            throw new AssertionError("called the wrong number of times: " + calls);
        }
        return took;
    }

    private static long descend(int times) {
        long calls = 0;
        for (int i = 0; i < times; i++) {
            calls += call(DEPTH);
        }
        return calls;
    }

    @SuppressWarnings("ThreadPriorityCheck") // letting the others run is what is measured
    private static int call(int levels) {
        if (levels == 0) {
            Thread.yield();
            return 0;
        }
        return call(levels - 1) + 1;
    }
}
