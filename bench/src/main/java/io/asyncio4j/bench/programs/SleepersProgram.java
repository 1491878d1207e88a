package io.asyncio4j.bench.programs;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.sleep;

import io.asyncio4j.EventLoop;
import io.asyncio4j.VoidCoroutine;
import io.asyncio4j.neighbours.rounds.Program;
import io.asyncio4j.neighbours.rounds.ResidentMemory;
import io.asyncio4j.neighbours.rounds.Sample;
import java.time.Duration;

/** Tasks that all sleep at once. Measured: the memory of the process, before them and with them. */
final class SleepersProgram implements Program {
    private static final VoidCoroutine SLEEPING = () -> sleep(Duration.ofHours(1));

    @Override
    public Sample round(int tasks, int times) throws Exception {
        EventLoop loop = new EventLoop();
        Sample sample = loop.runUntilComplete(() -> {
            long before = ResidentMemory.now();
            for (int i = 0; i < tasks; i++) {
                createTask(SLEEPING);
            }
            sleep(Duration.ZERO);
            return Sample.Memory.since(before);
        });
        // nobody needs the end of a million tasks: the process ends first
        return sample;
    }
}
