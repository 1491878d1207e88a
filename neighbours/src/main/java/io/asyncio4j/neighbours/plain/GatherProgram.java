package io.asyncio4j.neighbours.plain;

import io.asyncio4j.neighbours.rounds.Program;
import io.asyncio4j.neighbours.rounds.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

/**
 * Threads that each let the others run once; then their results. No executor: it would keep a set of the threads. Measured: from
 * the first to the sum.
 */
final class GatherProgram implements Program {
    @Override
    public Sample round(int tasks, int times) throws Exception {
        long began = System.nanoTime();
        long sum = 0;
        for (int i = 0; i < times; i++) {
            sum += gather(tasks);
        }
        Sample took = Sample.Time.since(began);
        if (sum != (long) times * tasks * (tasks - 1) / 2) {
            throw new AssertionError("gathered the wrong results: " + sum);
        }
        return took;
    }

    private static long gather(int tasks) throws Exception {
        List<Future<Integer>> results = new ArrayList<>(tasks);
        for (int i = 0; i < tasks; i++) {
            int result = i;
            FutureTask<Integer> task = new FutureTask<>(() -> giveAfterOneTurn(result));
            Thread.startVirtualThread(task);
            results.add(task);
        }
        long sum = 0;
        for (Future<Integer> result : results) {
            sum += result.get();
        }
        return sum;
    }

    @SuppressWarnings("ThreadPriorityCheck") // letting the others run is what is measured
    private static int giveAfterOneTurn(int result) {
        Thread.yield();
        return result;
    }
}
