package io.asyncio4j.bench.operations;

import static io.asyncio4j.Asyncio.createTask;

import io.asyncio4j.queues.Queue;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/** An item goes from one task to another through a queue that holds one. */
public class QueueHop extends LoopOperation {
    private static final int ITEMS = 10_000;

    @Benchmark
    @OperationsPerInvocation(ITEMS)
    public long item() throws Exception {
        Queue<Integer> queue = new Queue<>(1);
        Integer item = 1;
        return loop.runUntilComplete(() -> {
            createTask(() -> {
                for (int i = 0; i < ITEMS; i++) {
                    queue.put(item);
                }
            });
            long sum = 0;
            for (int i = 0; i < ITEMS; i++) {
                sum += queue.get();
            }
            return sum;
        });
    }
}
