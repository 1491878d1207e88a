package io.asyncio4j.neighbours.continuation;

import io.asyncio4j.neighbours.rounds.Program;
import io.asyncio4j.neighbours.rounds.ResidentMemory;
import io.asyncio4j.neighbours.rounds.Sample;
import java.time.Duration;

/** Continuations that all sleep at once. Measured: the resident memory of the process, before them and with them. */
final class SleepersProgram implements Program {
    private static final long HOUR = Duration.ofHours(1).toNanos();

    @Override
    public Sample round(int tasks, int times) throws Exception {
        Turns turns = new Turns();
        Timers timers = new Timers(turns);
        Runnable sleeping = () -> timers.sleep(HOUR);
        long before = ResidentMemory.now();
        for (int i = 0; i < tasks; i++) {
            // each falls asleep at once: a queue of a million that have not begun would be counted too
            turns.start(sleeping);
            turns.run();
        }
        Sample sample = new Sample.Memory(before, ResidentMemory.now(), ResidentMemory.peak());
        if (timers.count() != tasks) {
            throw new AssertionError("asleep are " + timers.count());
        }
        return sample;
    }
}
