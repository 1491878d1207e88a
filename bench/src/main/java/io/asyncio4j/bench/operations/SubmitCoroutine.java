package io.asyncio4j.bench.operations;

import static io.asyncio4j.Asyncio.runCoroutineThreadsafe;

import io.asyncio4j.Coroutine;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/** A thread outside hands a coroutine to a running loop and waits for its result. */
public class SubmitCoroutine extends LoopOperation {
    private static final Coroutine<Integer> COROUTINE = () -> 1;

    private final Thread running = new Thread(loop::runForever, "loop");

    /** The loop runs until the measurement ends. */
    @Setup
    public void startLoop() {
        running.start();
    }

    /** Ends the run, so that the loop can be closed. */
    @TearDown
    public void stopLoop() throws InterruptedException {
        loop.callSoonThreadsafe(loop::stop);
        running.join();
    }

    @Benchmark
    public int andWait() throws Exception {
        return runCoroutineThreadsafe(COROUTINE, loop).get();
    }
}
