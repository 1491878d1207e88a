package io.asyncio4j.bench.operations;

import static io.asyncio4j.Asyncio.sleep;

import java.time.Duration;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/** Callbacks, a hundred in each turn of the loop: from the call that asks for them to their end. */
public class CallSoon extends LoopOperation {
    private static final int TURNS = 100;
    private static final int IN_A_TURN = 100;

    private int called;

    @Benchmark
    @OperationsPerInvocation(TURNS * IN_A_TURN)
    public int callback() throws Exception {
        Runnable counting = () -> called++;
        loop.runUntilComplete(() -> {
            for (int turn = 0; turn < TURNS; turn++) {
                for (int i = 0; i < IN_A_TURN; i++) {
                    loop.callSoon(counting);
                }
                sleep(Duration.ZERO);
            }
        });
        return called;
    }
}
