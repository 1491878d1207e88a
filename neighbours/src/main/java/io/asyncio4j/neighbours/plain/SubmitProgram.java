package io.asyncio4j.neighbours.plain;

import io.asyncio4j.neighbours.rounds.Program;
import io.asyncio4j.neighbours.rounds.Sample;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A platform thread that has a trivial function run by a virtual thread, one at a time. Measured: all of it. */
final class SubmitProgram implements Program {
    @Override
    public Sample round(int tasks, int times) throws Exception {
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            long began = System.nanoTime();
            int sum = 0;
            for (int i = 0; i < times; i++) {
                sum += executor.submit(() -> 1).get();
            }
            Sample took = Sample.Time.since(began);
            if (sum != times) {
                throw new AssertionError("the wrong results: " + sum);
            }
            return took;
        }
    }
}
