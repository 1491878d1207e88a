package io.asyncio4j.bench.programs;

import static io.asyncio4j.Asyncio.run;
import static io.asyncio4j.Asyncio.sleep;
import static io.asyncio4j.Asyncio.taskGroup;

import io.asyncio4j.ExceptionGroup;
import io.asyncio4j.VoidCoroutine;
import io.asyncio4j.neighbours.rounds.Program;
import io.asyncio4j.neighbours.rounds.Sample;
import java.time.Duration;

/**
 * A group of tasks that sleep, and one more that fails. Measured: from the failure until the group has reported it, all
 * others cancelled and joined.
 */
final class FailProgram implements Program {
    private static final VoidCoroutine SLEEPING = () -> sleep(Duration.ofHours(1));

    @Override
    public Sample round(int tasks, int times) throws Exception {
        return run(() -> {
            Breakage breakage = new Breakage();
            try {
                taskGroup(group -> {
                    for (int i = 0; i < tasks; i++) {
                        group.createTask(SLEEPING);
                    }
                    sleep(Duration.ZERO);
                    group.createTask(breakage);
                });
                throw new AssertionError("the group did not fail");
            } catch (ExceptionGroup failed) {
                Sample took = Sample.Time.since(breakage.began);
                Checks.equal(1, failed.exceptions().size(), "failures");
                return took;
            }
        });
    }

    private static final class Breakage implements VoidCoroutine {
        private long began;

        @Override
        public void run() {
            began = System.nanoTime();
            throw new IllegalStateException("meant to fail");
        }
    }
}
