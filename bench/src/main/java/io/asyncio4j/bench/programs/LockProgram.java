package io.asyncio4j.bench.programs;

import static io.asyncio4j.Asyncio.run;
import static io.asyncio4j.Asyncio.sleep;
import static io.asyncio4j.Asyncio.taskGroup;

import io.asyncio4j.VoidCoroutine;
import io.asyncio4j.locks.Lock;
import io.asyncio4j.neighbours.rounds.Program;
import io.asyncio4j.neighbours.rounds.Sample;
import java.time.Duration;

/** Tasks that want one lock, and yield while they hold it. Measured: from before their creation to the end of the last. */
final class LockProgram implements Program {
    @Override
    public Sample round(int tasks, int times) throws Exception {
        return run(() -> {
            Guarded guarded = new Guarded();
            VoidCoroutine wanting = () -> {
                for (int i = 0; i < times; i++) {
                    guarded.lock.with(guarded);
                }
            };
            long began = System.nanoTime();
            taskGroup(group -> {
                for (int i = 0; i < tasks; i++) {
                    group.createTask(wanting);
                }
            });
            Sample took = Sample.Time.since(began);
            Checks.equal((long) tasks * times, guarded.entered, "times in the lock");
            return took;
        });
    }

    /** What only one task may do at a time: it would lose counts otherwise. */
    private static final class Guarded implements VoidCoroutine {
        private final Lock lock = new Lock();
        private long entered;

        @Override
        public void run() {
            long before = entered;
            sleep(Duration.ZERO);
            entered = before + 1;
        }
    }
}
