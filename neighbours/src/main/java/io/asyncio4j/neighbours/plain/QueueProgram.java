package io.asyncio4j.neighbours.plain;

import io.asyncio4j.neighbours.rounds.Program;
import io.asyncio4j.neighbours.rounds.Sample;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** One producer, one consumer, and a queue with room for one item between them. Measured: all items. */
final class QueueProgram implements Program {
    @Override
    public Sample round(int tasks, int times) throws Exception {
        BlockingQueue<Integer> queue = new ArrayBlockingQueue<>(1);
        long began = System.nanoTime();
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> producer = executor.submit(() -> {
                for (int i = 0; i < times; i++) {
                    queue.put(i);
                }
                return null;
            });
            Future<Long> consumer = executor.submit(() -> {
                long sum = 0;
                for (int i = 0; i < times; i++) {
                    sum += queue.take();
                }
                return sum;
            });
            producer.get();
            long sum = consumer.get();
            Sample took = Sample.Time.since(began);
            if (sum != (long) times * (times - 1) / 2) {
                throw new AssertionError("the wrong items came through: " + sum);
            }
            return took;
        }
    }
}
