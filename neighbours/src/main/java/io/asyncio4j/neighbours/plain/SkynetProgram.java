package io.asyncio4j.neighbours.plain;

import io.asyncio4j.neighbours.rounds.Program;
import io.asyncio4j.neighbours.rounds.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

/**
 * A tree of threads, ten children each, whose leaves give their number and whose nodes add up what their children give; as
 * many leaves as tasks, a power of ten. Measured: from before the root to the sum.
 */
final class SkynetProgram implements Program {
    private static final int CHILDREN = 10;

    @Override
    public Sample round(int tasks, int times) throws Exception {
        long began = System.nanoTime();
        long sum = start(0, tasks).get();
        Sample took = Sample.Time.since(began);
        if (sum != (long) tasks * (tasks - 1) / 2) {
            throw new AssertionError("added up to " + sum);
        }
        return took;
    }

    private static Future<Long> start(long first, int leaves) {
        FutureTask<Long> task = new FutureTask<>(() -> sum(first, leaves));
        Thread.startVirtualThread(task);
        return task;
    }

    private static long sum(long first, int leaves) throws InterruptedException, ExecutionException {
        if (leaves == 1) {
            return first;
        }
        int each = leaves / CHILDREN;
        List<Future<Long>> children = new ArrayList<>(CHILDREN);
        for (int i = 0; i < CHILDREN; i++) {
            children.add(start(first + (long) i * each, each));
        }
        long sum = 0;
        for (Future<Long> child : children) {
            sum += child.get();
        }
        return sum;
    }
}
