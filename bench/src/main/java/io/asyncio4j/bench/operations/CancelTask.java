package io.asyncio4j.bench.operations;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.gather;
import static io.asyncio4j.Asyncio.sleep;

import io.asyncio4j.Task;
import io.asyncio4j.VoidCoroutine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Setup;

/**
 * Tasks that sleep, all cancelled and then joined by a {@code gather}. The time is without their creation; what is
 * allocated is with it, because JMH counts that over whole iterations.
 */
public class CancelTask extends LoopOperation {
    private static final int TASKS = 1_000;

    private static final VoidCoroutine SLEEPING = () -> sleep(Duration.ofHours(1));

    private final List<Task<?>> sleepers = new ArrayList<>();

    /** Tasks that have begun to sleep. */
    @Setup(Level.Invocation)
    public void createSleepers() throws Exception {
        sleepers.clear();
        loop.runUntilComplete(() -> {
            for (int i = 0; i < TASKS; i++) {
                sleepers.add(createTask(SLEEPING));
            }
            sleep(Duration.ZERO);
        });
    }

    @Benchmark
    @OperationsPerInvocation(TASKS)
    public void andJoin() throws Exception {
        loop.runUntilComplete(() -> {
            for (Task<?> sleeper : sleepers) {
                sleeper.cancel();
            }
            gather(true, sleepers).await();
        });
    }
}
