package io.asyncio4j.bench.programs;

import static io.asyncio4j.Asyncio.run;
import static io.asyncio4j.Asyncio.taskGroup;

import io.asyncio4j.Task;
import io.asyncio4j.neighbours.rounds.Program;
import io.asyncio4j.neighbours.rounds.Sample;
import java.util.ArrayList;
import java.util.List;

/**
 * A tree of tasks, ten children a node, each of which sums what its children return; a leaf returns its number. Measured:
 * the whole tree.
 */
final class SkynetProgram implements Program {
    private static final int CHILDREN = 10;

    @Override
    public Sample round(int tasks, int times) throws Exception {
        return run(() -> {
            long began = System.nanoTime();
            long sum = sumOfLeaves(0, tasks);
            Sample took = Sample.Time.since(began);
            Checks.sumOfNumbersBelow(tasks, sum);
            return took;
        });
    }

    /** What a node does: the leaves below it are the numbers from the first to before the end. */
    private static long sumOfLeaves(long first, long end) throws Exception {
        long leaves = end - first;
        if (leaves == 1) {
            return first;
        }
        List<Task<Long>> children = new ArrayList<>(CHILDREN);
        taskGroup(group -> {
            for (int child = 0; child < CHILDREN; child++) {
                long from = first + leaves * child / CHILDREN;
                long to = first + leaves * (child + 1) / CHILDREN;
                if (from < to) {
                    children.add(group.createTask(() -> sumOfLeaves(from, to)));
                }
            }
        });
        long sum = 0;
        for (Task<Long> child : children) {
            sum += child.result();
        }
        return sum;
    }
}
