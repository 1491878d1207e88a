package io.asyncio4j.bench.programs;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.gather;
import static io.asyncio4j.Asyncio.run;
import static io.asyncio4j.Asyncio.sleep;

import io.asyncio4j.Task;
import io.asyncio4j.VoidCoroutine;
import io.asyncio4j.neighbours.rounds.Program;
import io.asyncio4j.neighbours.rounds.Sample;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Tasks that sleep, cancelled one after the other and then awaited. Measured: from the first cancel, when all are asleep,
 * until the last has ended; not their creation.
 */
final class CancelProgram implements Program {
    private static final VoidCoroutine SLEEPING = () -> sleep(Duration.ofHours(1));

    @Override
    public Sample round(int tasks, int times) throws Exception {
        return run(() -> {
            List<Task<?>> sleepers = new ArrayList<>();
            for (int i = 0; i < tasks; i++) {
                sleepers.add(createTask(SLEEPING));
            }
            sleep(Duration.ZERO);
            long began = System.nanoTime();
            for (Task<?> sleeper : sleepers) {
                sleeper.cancel();
            }
            gather(true, sleepers).await();
            Sample took = Sample.Time.since(began);
            if (!sleepers.stream().allMatch(Task::cancelled)) {
                throw new AssertionError("a sleeping task was not cancelled");
            }
            return took;
        });
    }
}
