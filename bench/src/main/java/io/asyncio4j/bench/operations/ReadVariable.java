package io.asyncio4j.bench.operations;

import io.asyncio4j.context.ContextVar;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Setup;

/** A task reads variables of its context, ten in turn that are all set. */
public class ReadVariable extends LoopOperation {
    private static final int TIMES = 10_000;
    private static final int VARIABLES = 10;

    private final List<ContextVar<Integer>> variables = new ArrayList<>();

    /** The variables, not set yet. */
    @Setup
    public void makeVariables() {
        for (int i = 0; i < VARIABLES; i++) {
            variables.add(ContextVar.of("variable " + i));
        }
    }

    @Benchmark
    @OperationsPerInvocation(TIMES)
    public long inTurn() throws Exception {
        return loop.runUntilComplete(() -> {
            for (ContextVar<Integer> variable : variables) {
                variable.set(1);
            }
            long sum = 0;
            for (int i = 0; i < TIMES / VARIABLES; i++) {
                for (ContextVar<Integer> variable : variables) {
                    sum += variable.get();
                }
            }
            return sum;
        });
    }
}
