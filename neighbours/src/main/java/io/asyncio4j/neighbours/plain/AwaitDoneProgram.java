package io.asyncio4j.neighbours.plain;

import io.asyncio4j.neighbours.rounds.Program;
import io.asyncio4j.neighbours.rounds.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Futures of threads that have ended, each asked for its result many times. Measured: the asking. */
final class AwaitDoneProgram implements Program {
    @Override
    public Sample round(int tasks, int times) throws Exception {
        List<Future<Integer>> ended = new ArrayList<>(tasks);
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < tasks; i++) {
                int result = i & 1;
                ended.add(executor.submit(() -> result));
            }
        }
        long began = System.nanoTime();
        long sum = 0;
        for (int i = 0; i < times; i++) {
            for (Future<Integer> future : ended) {
                sum += future.get();
            }
        }
        Sample took = Sample.Time.since(began);
        if (sum != (long) times * (tasks / 2)) {
            throw new AssertionError("awaited the wrong results: " + sum);
        }
        return took;
    }
}
