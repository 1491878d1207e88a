package io.asyncio4j.bench.programs;

import static io.asyncio4j.Asyncio.run;
import static io.asyncio4j.Asyncio.taskGroup;

import io.asyncio4j.Task;
import io.asyncio4j.neighbours.rounds.Program;
import io.asyncio4j.neighbours.rounds.Sample;
import io.asyncio4j.queues.Queue;

/**
 * Items that go from one task to another through a queue with room for one. Measured: from before the two tasks to after
 * the last item.
 */
final class QueueProgram implements Program {
    @Override
    public Sample round(int tasks, int times) throws Exception {
        return run(() -> {
            Queue<Integer> queue = new Queue<>(1);
            long began = System.nanoTime();
            Task<Long> consumer = taskGroup(group -> {
                group.createTask(() -> {
                    for (int item = 0; item < times; item++) {
                        queue.put(item);
                    }
                });
                return group.createTask(() -> sumOf(queue, times));
            });
            Sample took = Sample.Time.since(began);
            Checks.sumOfNumbersBelow(times, consumer.result());
            return took;
        });
    }

    private static long sumOf(Queue<Integer> queue, int items) {
        long sum = 0;
        for (int i = 0; i < items; i++) {
            sum += queue.get();
        }
        return sum;
    }
}
