package io.asyncio4j.bench.operations;

import io.asyncio4j.TimerHandle;
import java.time.Duration;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/** A timer set and cancelled, with its share of clearing away what is cancelled. */
public class SetTimer extends LoopOperation {
    private static final int TIMES = 10_000;
    private static final Duration DELAY = Duration.ofHours(1);

    @Benchmark
    @OperationsPerInvocation(TIMES)
    public void andCancel() throws Exception {
        Runnable nothing = () -> {};
        loop.runUntilComplete(() -> {
            for (int i = 0; i < TIMES; i++) {
                TimerHandle timer = loop.callLater(DELAY, nothing);
                timer.cancel();
            }
        });
    }
}
