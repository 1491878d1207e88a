package io.asyncio4j.bench.operations;

import io.asyncio4j.EventLoop;
import io.asyncio4j.Runner;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** An operation on a loop that outlives the invocations; and how JMH measures it unless the command line says otherwise. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public abstract class LoopOperation {
    private final Runner runner = new Runner();

    /** The loop; not running between invocations. */
    final EventLoop loop = runner.getLoop();

    /** Cancels what is left on the loop, and closes it. */
    @TearDown
    public void closeLoop() throws Exception {
        runner.close();
    }
}
