package io.asyncio4j.bench.programs;

import static io.asyncio4j.Asyncio.run;
import static io.asyncio4j.Asyncio.taskGroup;

import io.asyncio4j.VoidCoroutine;
import io.asyncio4j.neighbours.rounds.Program;
import io.asyncio4j.neighbours.rounds.Sample;

/** A group of tasks that do nothing. Measured: from before the group to after it. */
final class GroupProgram implements Program {
    @Override
    public Sample round(int tasks, int times) throws Exception {
        VoidCoroutine nothing = () -> {};
        return run(() -> {
            long began = System.nanoTime();
            for (int i = 0; i < times; i++) {
                taskGroup(group -> {
                    for (int created = 0; created < tasks; created++) {
                        group.createTask(nothing);
                    }
                });
            }
            return Sample.Time.since(began);
        });
    }
}
