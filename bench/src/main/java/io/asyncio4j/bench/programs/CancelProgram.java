package io.asyncio4j.bench.programs;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.gather;
import static io.asyncio4j.Asyncio.getRunningLoop;
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
 * Tasks that wait, cancelled one after the other and then awaited. Measured: from the first cancel, when all are waiting,
 * until the last has ended; not their creation.
 */
final class CancelProgram implements Program {
    private final VoidCoroutine waiting;

    private CancelProgram(VoidCoroutine waiting) {
        this.waiting = waiting;
    }

    /** Of tasks that sleep. */
    static Program ofSleeping() {
        return new CancelProgram(() -> sleep(Duration.ofHours(1)));
    }

    /** Of tasks that wait for ever, each for a future of its own. */
    static Program ofWaiting() {
        return new CancelProgram(() -> getRunningLoop().createFuture().await());
    }

    @Override
    public Sample round(int tasks, int times) throws Exception {
        return run(() -> {
            List<Task<?>> waiters = new ArrayList<>();
            for (int i = 0; i < tasks; i++) {
                waiters.add(createTask(waiting));
            }
            sleep(Duration.ZERO);
            long began = System.nanoTime();
            for (Task<?> waiter : waiters) {
                waiter.cancel();
            }
            gather(true, waiters).await();
            Sample took = Sample.Time.since(began);
            Checks.equal(tasks, waiters.stream().filter(Task::cancelled).count(), "cancelled tasks");
            return took;
        });
    }
}
