package io.asyncio4j.bench.operations;

import io.asyncio4j.context.Context;
import io.asyncio4j.context.ContextVar;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.infra.Blackhole;

/** A task copies its context, in which ten variables are set. */
public class CopyContext extends LoopOperation {
    private static final int TIMES = 10_000;
    private static final int VARIABLES = 10;

    @Benchmark
    @OperationsPerInvocation(TIMES)
    public void current(Blackhole copies) throws Exception {
        loop.runUntilComplete(() -> {
            for (int i = 0; i < VARIABLES; i++) {
                ContextVar.<Integer>of("variable " + i).set(i);
            }
            for (int i = 0; i < TIMES; i++) {
                copies.consume(Context.copyContext());
            }
        });
    }
}
