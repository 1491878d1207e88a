package io.asyncio4j.bench.programs;

import static io.asyncio4j.Asyncio.run;
import static io.asyncio4j.Asyncio.sleep;
import static io.asyncio4j.Asyncio.taskGroup;

import io.asyncio4j.VoidCoroutine;
import io.asyncio4j.neighbours.rounds.Program;
import io.asyncio4j.neighbours.rounds.Sample;
import java.time.Duration;

/** Tasks that let each other run, in turn; a single one that wakes itself. Measured: from the first to the last. */
final class SwitchProgram implements Program {
    @Override
    public Sample round(int tasks, int times) throws Exception {
        VoidCoroutine taking = () -> {
            for (int i = 0; i < times; i++) {
                sleep(Duration.ZERO);
            }
        };
        return run(() -> {
            long began = System.nanoTime();
            taskGroup(group -> {
                for (int i = 0; i < tasks; i++) {
                    group.createTask(taking);
                }
            });
            return Sample.Time.since(began);
        });
    }
}
