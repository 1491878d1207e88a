package io.asyncio4j.bench.operations;

import static io.asyncio4j.Asyncio.toThread;

import java.util.concurrent.Callable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/** A task has a function called on another thread and waits for its result. */
public class ToThread extends LoopOperation {
    private static final int TIMES = 100;

    private static final Callable<Integer> FUNCTION = () -> 1;

    @Benchmark
    @OperationsPerInvocation(TIMES)
    public long function() throws Exception {
        return loop.runUntilComplete(() -> {
            long sum = 0;
            for (int i = 0; i < TIMES; i++) {
                sum += toThread(FUNCTION);
            }
            return sum;
        });
    }
}
