package io.asyncio4j.bench.operations;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.sleep;

import io.asyncio4j.VoidCoroutine;
import java.time.Duration;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** Tasks that let each other run, in turn. */
public class Switch extends LoopOperation {
    private static final int SWITCHES = 100_000;

    private static final VoidCoroutine YIELDING_FOR_EVER = () -> {
        while (true) {
            sleep(Duration.ZERO);
        }
    };

    /** How many take turns; a divisor of {@value SWITCHES}. */
    @Param({"2", "100", "10000"})
    public int tasks;

    /** All tasks but one live until the end of the measurement, so that their creation is no part of it. */
    @Setup
    public void createTasks() throws Exception {
        loop.runUntilComplete(() -> {
            for (int created = 1; created < tasks; created++) {
                createTask(YIELDING_FOR_EVER);
            }
        });
    }

    @Benchmark
    @OperationsPerInvocation(SWITCHES)
    public void amongTasks() throws Exception {
        loop.runUntilComplete(() -> {
            for (int turn = 0; turn < SWITCHES / tasks; turn++) {
                sleep(Duration.ZERO);
            }
        });
    }
}
