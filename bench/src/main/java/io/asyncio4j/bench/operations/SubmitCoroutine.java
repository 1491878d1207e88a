package io.asyncio4j.bench.operations;

import static io.asyncio4j.Asyncio.runCoroutineThreadsafe;

import io.asyncio4j.Coroutine;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Setup;

/** A thread outside hands a coroutine to a running loop and waits for its result. */
public class SubmitCoroutine extends LoopOperation {
    private static final int TIMES = 100;

    private static final Coroutine<Integer> COROUTINE = () -> 1;

    private final Thread running = new Thread(loop::runForever, "loop");

    /** The loop runs until the measurement ends. */
    @Setup
    public void startLoop() {
        running.start();
    }

    @Override
    public void closeLoop() throws Exception {
        loop.callSoonThreadsafe(loop::stop);
        running.join();
        super.closeLoop();
    }

    @Benchmark
    @OperationsPerInvocation(TIMES)
    public long andWait() throws Exception {
        long sum = 0;
        for (int i = 0; i < TIMES; i++) {
            sum += runCoroutineThreadsafe(COROUTINE, loop).get();
        }
        return sum;
    }
}
