package io.asyncio4j.bench.programs;

import static io.asyncio4j.Asyncio.run;
import static io.asyncio4j.Asyncio.sleep;

import io.asyncio4j.neighbours.rounds.Program;
import io.asyncio4j.neighbours.rounds.Sample;
import java.time.Duration;

/** One task alone on its loop that calls 100 levels deep and yields there, again and again. Measured: all of it. */
final class DeepProgram implements Program {
    private static final int LEVELS = 100;

    @Override
    public Sample round(int tasks, int times) throws Exception {
        return run(() -> {
            long began = System.nanoTime();
            int depth = descend(LEVELS, times);
            Sample took = Sample.Time.since(began);
            Checks.equal(LEVELS, depth, "depth");
            return took;
        });
    }

    private static int descend(int level, int times) {
        if (level > 0) {
            return 1 + descend(level - 1, times);
        }
        for (int i = 0; i < times; i++) {
            sleep(Duration.ZERO);
        }
        return 0;
    }
}
