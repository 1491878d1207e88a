package io.asyncio4j.neighbours.structured;

import io.asyncio4j.neighbours.rounds.Program;
import io.asyncio4j.neighbours.rounds.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Subtask;

/** Subtasks that each let the others run once; then their results. Measured: from the first to the sum. */
final class GatherProgram implements Program {
    @Override
    public Sample round(int tasks, int times) throws InterruptedException {
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

    private static long gather(int tasks) throws InterruptedException {
        try (var scope = StructuredTaskScope.<Integer>open()) {
            List<Subtask<Integer>> results = new ArrayList<>(tasks);
            for (int i = 0; i < tasks; i++) {
                int result = i;
                results.add(scope.fork(() -> giveAfterOneTurn(result)));
            }
            scope.join();
            long sum = 0;
            for (Subtask<Integer> result : results) {
                sum += result.get();
            }
            return sum;
        }
    }

    @SuppressWarnings("ThreadPriorityCheck") // letting the others run is what is measured
    private static int giveAfterOneTurn(int result) {
        Thread.yield();
        return result;
    }
}
