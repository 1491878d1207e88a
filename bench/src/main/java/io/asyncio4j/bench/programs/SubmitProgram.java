package io.asyncio4j.bench.programs;

import static io.asyncio4j.Asyncio.runCoroutineThreadsafe;

import io.asyncio4j.EventLoop;
import io.asyncio4j.neighbours.rounds.Program;
import io.asyncio4j.neighbours.rounds.Sample;

/**
 * A thread outside of the loop that hands a coroutine to it and waits for the result, one at a time. Measured: all of them,
 * with the loop already running.
 */
final class SubmitProgram implements Program {
    @Override
    public Sample round(int tasks, int times) throws Exception {
        EventLoop loop = new EventLoop();
        Thread running = Thread.ofPlatform().name("loop").start(loop::runForever);
        try {
            runCoroutineThreadsafe(() -> 0, loop).get();
            long began = System.nanoTime();
            long sum = 0;
            for (int i = 0; i < times; i++) {
                int number = i;
                sum += runCoroutineThreadsafe(() -> number, loop).get();
            }
            Sample took = Sample.Time.since(began);
            Checks.sumOfNumbersBelow(times, sum);
            return took;
        } finally {
            loop.callSoonThreadsafe(loop::stop);
            running.join();
            loop.close();
        }
    }
}
