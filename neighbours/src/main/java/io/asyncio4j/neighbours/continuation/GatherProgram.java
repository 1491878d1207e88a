package io.asyncio4j.neighbours.continuation;

import io.asyncio4j.neighbours.rounds.Program;
import io.asyncio4j.neighbours.rounds.Sample;

/** Continuations that each let the others run once; then their results. Measured: from the first to the sum. */
final class GatherProgram implements Program {
    @Override
    public Sample round(int tasks, int times) {
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

    private static long gather(int tasks) {
        Turns turns = new Turns();
        int[] results = new int[tasks];
        for (int i = 0; i < tasks; i++) {
            int result = i;
            turns.start(() -> {
                turns.letOthersRun();
                results[result] = result;
            });
        }
        turns.run();
        long sum = 0;
        for (int result : results) {
            sum += result;
        }
        return sum;
    }
}
