package io.asyncio4j.bench.programs;

import static io.asyncio4j.Asyncio.run;
import static io.asyncio4j.Asyncio.sleep;
import static io.asyncio4j.Asyncio.taskGroup;

import io.asyncio4j.neighbours.rounds.Program;
import io.asyncio4j.neighbours.rounds.Sample;
import java.time.Duration;

/**
 * Tasks that sleep between nothing and 100 ms, evenly spread and created out of order. Measured: from before their creation
 * until the last has woken, so never less than those 100 ms.
 */
final class SleepsProgram implements Program {
    private static final long LONGEST_NANOS = 100_000_000;
    // a prime: all delays come, in scrambled order
    private static final long STRIDE = 7919;

    @Override
    public Sample round(int tasks, int times) throws Exception {
        return run(() -> {
            long began = System.nanoTime();
            taskGroup(group -> {
                for (int i = 0; i < tasks; i++) {
                    Duration delay = Duration.ofNanos(i * STRIDE % tasks * LONGEST_NANOS / tasks);
                    group.createTask(() -> {
                        sleep(delay);
                    });
                }
            });
            return Sample.Time.since(began);
        });
    }
}
