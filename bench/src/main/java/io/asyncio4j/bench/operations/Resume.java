package io.asyncio4j.bench.operations;

import static io.asyncio4j.Asyncio.sleep;

import java.time.Duration;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/** A task that is alone lets the others run: it wakes itself. */
public class Resume extends LoopOperation {
    private static final int TIMES = 10_000;

    @Benchmark
    @OperationsPerInvocation(TIMES)
    public void oneself() throws Exception {
        loop.runUntilComplete(() -> {
            for (int i = 0; i < TIMES; i++) {
                sleep(Duration.ZERO);
            }
        });
    }
}
