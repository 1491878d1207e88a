package io.asyncio4j.neighbours.structured;

import io.asyncio4j.neighbours.rounds.Program;
import io.asyncio4j.neighbours.rounds.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Subtask;

/**
 * A tree of subtasks, ten children each in a scope of their own, whose leaves give their number and whose nodes add up what
 * their children give; as many leaves as tasks, a power of ten. Measured: from before the root to the sum.
 */
final class SkynetProgram implements Program {
    private static final int CHILDREN = 10;

    @Override
    public Sample round(int tasks, int times) throws InterruptedException {
        long began = System.nanoTime();
        long sum;
        try (var scope = StructuredTaskScope.<Long>open()) {
            Subtask<Long> root = scope.fork(() -> sum(0, tasks));
            scope.join();
            sum = root.get();
        }
        Sample took = Sample.Time.since(began);
        if (sum != (long) tasks * (tasks - 1) / 2) {
            throw new AssertionError("added up to " + sum);
        }
        return took;
    }

    private static long sum(long first, int leaves) throws InterruptedException {
        if (leaves == 1) {
            return first;
        }
        int each = leaves / CHILDREN;
        try (var scope = StructuredTaskScope.<Long>open()) {
            List<Subtask<Long>> children = new ArrayList<>(CHILDREN);
            for (int i = 0; i < CHILDREN; i++) {
                long firstOfChild = first + (long) i * each;
                children.add(scope.fork(() -> sum(firstOfChild, each)));
            }
            scope.join();
            long sum = 0;
            for (Subtask<Long> child : children) {
                sum += child.get();
            }
            return sum;
        }
    }
}
