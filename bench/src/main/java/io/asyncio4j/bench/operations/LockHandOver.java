package io.asyncio4j.bench.operations;

import static io.asyncio4j.Asyncio.sleep;
import static io.asyncio4j.Asyncio.taskGroup;

import io.asyncio4j.VoidCoroutine;
import io.asyncio4j.locks.Lock;
import java.time.Duration;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/** A lock that ten tasks want: each lets the others run while it has it, so that it goes to one who waits for it. */
public class LockHandOver extends LoopOperation {
    private static final int TASKS = 10;
    private static final int TIMES = 10_000;

    @Benchmark
    @OperationsPerInvocation(TASKS * TIMES)
    public void amongTasks() throws Exception {
        Lock lock = new Lock();
        VoidCoroutine taking = () -> {
            for (int i = 0; i < TIMES; i++) {
                lock.acquire();
                sleep(Duration.ZERO);
                lock.release();
            }
        };
        loop.runUntilComplete(() -> taskGroup(group -> {
            for (int i = 0; i < TASKS; i++) {
                group.createTask(taking);
            }
        }));
    }
}
