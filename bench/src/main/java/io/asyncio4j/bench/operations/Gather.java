package io.asyncio4j.bench.operations;

import static io.asyncio4j.Asyncio.gather;

import io.asyncio4j.Coroutine;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.infra.Blackhole;

/** Coroutines gathered, each of which returns at once. An operation is one coroutine, with its share of the gathering. */
public class Gather extends LoopOperation {
    private static final int COROUTINES = 10_000;

    /** How many are gathered at once; a divisor of {@value COROUTINES}. */
    @Param({"1", "100", "10000"})
    public int coroutines;

    private final List<Coroutine<Integer>> gathered = new ArrayList<>();

    /** As many coroutines as are gathered: the same one twice would run only once. */
    @Setup
    public void makeCoroutines() {
        for (int i = 0; i < coroutines; i++) {
            Integer result = i;
            gathered.add(() -> result);
        }
    }

    @Benchmark
    @OperationsPerInvocation(COROUTINES)
    public void createAndAwait(Blackhole results) throws Exception {
        loop.runUntilComplete(() -> {
            for (int i = 0; i < COROUTINES / coroutines; i++) {
                results.consume(gather(gathered).await());
            }
        });
    }
}
