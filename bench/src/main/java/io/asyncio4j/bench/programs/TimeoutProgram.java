package io.asyncio4j.bench.programs;

import static io.asyncio4j.Asyncio.run;
import static io.asyncio4j.Asyncio.sleep;
import static io.asyncio4j.Asyncio.timeout;

import io.asyncio4j.neighbours.rounds.Program;
import io.asyncio4j.neighbours.rounds.Sample;
import java.time.Duration;

/** A timeout of an hour, entered, one yield, and left, again and again in one task. Measured: all of them. */
final class TimeoutProgram implements Program {
    private static final Duration HOUR = Duration.ofHours(1);

    @Override
    public Sample round(int tasks, int times) throws Exception {
        return run(() -> {
            long began = System.nanoTime();
            for (int i = 0; i < times; i++) {
                timeout(HOUR, scope -> {
                    sleep(Duration.ZERO);
                });
            }
            return Sample.Time.since(began);
        });
    }
}
