package io.asyncio4j.bench.programs;

import static io.asyncio4j.Asyncio.gather;
import static io.asyncio4j.Asyncio.run;
import static io.asyncio4j.Asyncio.sleep;

import io.asyncio4j.Coroutine;
import io.asyncio4j.neighbours.rounds.Program;
import io.asyncio4j.neighbours.rounds.Sample;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Tasks that each yield once and return a number, gathered. Measured: from before their creation until all results are there. */
final class GatherProgram implements Program {
    @Override
    public Sample round(int tasks, int times) throws Exception {
        return run(() -> {
            long began = System.nanoTime();
            List<Coroutine<Integer>> coroutines = new ArrayList<>();
            for (int i = 0; i < tasks; i++) {
                int number = i;
                coroutines.add(() -> sleep(Duration.ZERO, number));
            }
            List<Integer> results = gather(coroutines).await();
            Sample took = Sample.Time.since(began);
            Checks.sumOfNumbersBelow(
                    tasks, results.stream().mapToLong(Integer::longValue).sum());
            return took;
        });
    }
}
