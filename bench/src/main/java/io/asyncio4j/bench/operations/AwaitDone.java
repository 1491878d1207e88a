package io.asyncio4j.bench.operations;

import static io.asyncio4j.Asyncio.createTask;

import io.asyncio4j.Task;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/** A task awaits another that has ended. */
public class AwaitDone extends LoopOperation {
    private static final int TIMES = 10_000;

    @Benchmark
    @OperationsPerInvocation(TIMES)
    public long task() throws Exception {
        return loop.runUntilComplete(() -> {
            Task<Integer> ended = createTask(() -> 1);
            long sum = 0;
            for (int i = 0; i < TIMES; i++) {
                sum += ended.await();
            }
            return sum;
        });
    }
}
