package io.asyncio4j.bench.operations;

import static io.asyncio4j.Asyncio.timeout;

import io.asyncio4j.Timeout;
import io.asyncio4j.VoidBlock;
import java.time.Duration;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/** A timeout entered and left before it is over, with nothing inside. */
public class EnterTimeout extends LoopOperation {
    private static final int TIMES = 10_000;
    private static final Duration DELAY = Duration.ofHours(1);

    private static final VoidBlock<Timeout> NOTHING = timeout -> {};

    @Benchmark
    @OperationsPerInvocation(TIMES)
    public void andLeave() throws Exception {
        loop.runUntilComplete(() -> {
            for (int i = 0; i < TIMES; i++) {
                timeout(DELAY, NOTHING);
            }
        });
    }
}
