package io.asyncio4j.neighbours.continuation;

import io.asyncio4j.neighbours.rounds.Program;
import io.asyncio4j.neighbours.rounds.Sample;
import java.time.Duration;

/**
 * Continuations that sleep from none to all of 100 ms, started in a scrambled order. Measured: from the first to the last.
 */
final class SleepsProgram implements Program {
    private static final long LONGEST = Duration.ofMillis(100).toNanos();
    private static final long SCRAMBLE = 7919;

    @Override
    public Sample round(int tasks, int times) {
        long began = System.nanoTime();
        Turns turns = new Turns();
        Timers timers = new Timers(turns);
        for (int i = 0; i < tasks; i++) {
            long nanos = i * SCRAMBLE % tasks * LONGEST / tasks;
            turns.start(() -> timers.sleep(nanos));
        }
        timers.run();
        return Sample.Time.since(began);
    }
}
