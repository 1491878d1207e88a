package io.asyncio4j.bench.operations;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.sleep;

import io.asyncio4j.VoidCoroutine;
import java.time.Duration;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/** Tasks that do nothing, a hundred in each turn of the loop: from their creation to their end. Nobody awaits them. */
public class CreateTask extends LoopOperation {
    private static final int TURNS = 100;
    private static final int IN_A_TURN = 100;

    private static final VoidCoroutine NOTHING = () -> {};

    @Benchmark
    @OperationsPerInvocation(TURNS * IN_A_TURN)
    public void andFinish() throws Exception {
        loop.runUntilComplete(() -> {
            for (int turn = 0; turn < TURNS; turn++) {
                for (int i = 0; i < IN_A_TURN; i++) {
                    createTask(NOTHING);
                }
                sleep(Duration.ZERO);
            }
        });
    }
}
