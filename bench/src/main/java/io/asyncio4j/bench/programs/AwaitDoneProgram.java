package io.asyncio4j.bench.programs;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.run;
import static io.asyncio4j.Asyncio.sleep;

import io.asyncio4j.Task;
import io.asyncio4j.neighbours.rounds.Program;
import io.asyncio4j.neighbours.rounds.Sample;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One task that awaits others that have ended, each many times. Measured: the awaiting, and a sum that needs it. */
final class AwaitDoneProgram implements Program {
    @Override
    public Sample round(int tasks, int times) throws Exception {
        return run(() -> {
            List<Task<Integer>> ended = new ArrayList<>();
            for (int i = 0; i < tasks; i++) {
                int result = i & 1;
                ended.add(createTask(() -> result));
            }
            sleep(Duration.ZERO);
            long began = System.nanoTime();
            long sum = 0;
            for (int i = 0; i < times; i++) {
                for (Task<Integer> task : ended) {
                    sum += task.await();
                }
            }
            Sample took = Sample.Time.since(began);
            Checks.equal((long) times * (tasks / 2), sum, "sum of the results");
            return took;
        });
    }
}
