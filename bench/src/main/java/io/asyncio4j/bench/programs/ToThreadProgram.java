package io.asyncio4j.bench.programs;

import static io.asyncio4j.Asyncio.run;
import static io.asyncio4j.Asyncio.toThread;

import io.asyncio4j.neighbours.rounds.Program;
import io.asyncio4j.neighbours.rounds.Sample;

/** A function handed to another thread and awaited, one at a time. Measured: all of them. */
final class ToThreadProgram implements Program {
    @Override
    public Sample round(int tasks, int times) throws Exception {
        return run(() -> {
            long began = System.nanoTime();
            long sum = 0;
            for (int i = 0; i < times; i++) {
                int number = i;
                sum += toThread(() -> number);
            }
            Sample took = Sample.Time.since(began);
            Checks.sumOfNumbersBelow(times, sum);
            return took;
        });
    }
}
