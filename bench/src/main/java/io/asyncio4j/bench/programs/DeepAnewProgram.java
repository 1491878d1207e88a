package io.asyncio4j.bench.programs;

import static io.asyncio4j.Asyncio.run;
import static io.asyncio4j.Asyncio.sleep;
import static io.asyncio4j.Asyncio.taskGroup;

import io.asyncio4j.VoidCoroutine;
import io.asyncio4j.neighbours.rounds.Program;
import io.asyncio4j.neighbours.rounds.Sample;
import java.time.Duration;

/**
 * Tasks that call 100 levels deep, yield once there and return all the way, again and again. Measured: from before their
 * creation to the end of the last.
 */
final class DeepAnewProgram implements Program {
    private static final int LEVELS = 100;

    @Override
    public Sample round(int tasks, int times) throws Exception {
        VoidCoroutine diving = () -> {
            for (int i = 0; i < times; i++) {
                Checks.equal(LEVELS, descend(LEVELS), "depth");
            }
        };
        return run(() -> {
            long began = System.nanoTime();
            taskGroup(group -> {
                for (int i = 0; i < tasks; i++) {
                    group.createTask(diving);
                }
            });
            return Sample.Time.since(began);
        });
    }

    private static int descend(int level) {
        if (level > 0) {
            return 1 + descend(level - 1);
        }
        sleep(Duration.ZERO);
        return 0;
    }
}
