package io.asyncio4j.neighbours.structured;

import io.asyncio4j.neighbours.rounds.Program;
import io.asyncio4j.neighbours.rounds.ResidentMemory;
import io.asyncio4j.neighbours.rounds.Sample;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.StructuredTaskScope;
import org.jspecify.annotations.Nullable;

/** Subtasks that all sleep at once. Measured: the resident memory of the process, before them and with them. */
final class SleepersProgram implements Program {
    private static final Duration HOUR = Duration.ofHours(1);

    @Override
    public Sample round(int tasks, int times) throws Exception {
        CountDownLatch begun = new CountDownLatch(tasks);
        Callable<@Nullable Void> sleeping = () -> {
            begun.countDown();
            Thread.sleep(HOUR);
            return null;
        };
        long before = ResidentMemory.now();
        Thread.startVirtualThread(() -> own(tasks, sleeping));
        begun.await();
        // nobody needs the end of a million subtasks: the process ends first, and their owner is not waited for
        return new Sample.Memory(before, ResidentMemory.now(), ResidentMemory.peak());
    }

    private static void own(int tasks, Callable<@Nullable Void> subtask) {
        try (var scope = StructuredTaskScope.open()) {
            for (int i = 0; i < tasks; i++) {
                scope.fork(subtask);
            }
            scope.join();
        } catch (InterruptedException nobodyDoes) {
            throw new AssertionError(nobodyDoes);
        }
    }
}
