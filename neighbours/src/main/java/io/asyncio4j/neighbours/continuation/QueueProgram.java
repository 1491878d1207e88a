package io.asyncio4j.neighbours.continuation;

import io.asyncio4j.neighbours.rounds.Program;
import io.asyncio4j.neighbours.rounds.Sample;
import jdk.internal.vm.Continuation;
import org.jspecify.annotations.Nullable;

/** One producer, one consumer, and room for one item between them. Measured: all items. */
final class QueueProgram implements Program {
    @Override
    public Sample round(int tasks, int times) {
        Turns turns = new Turns();
        Room room = new Room(turns);
        long[] sum = new long[1];
        long began = System.nanoTime();
        turns.start(() -> {
            for (int i = 0; i < times; i++) {
                room.put(i);
            }
        });
        turns.start(() -> {
            for (int i = 0; i < times; i++) {
                sum[0] += room.take();
            }
        });
        turns.run();
        Sample took = Sample.Time.since(began);
        if (sum[0] != (long) times * (times - 1) / 2) {
            throw new AssertionError("the wrong items came through: " + sum[0]);
        }
        return took;
    }

    /** Room for one item. */
    private static final class Room {
        private final Turns turns;
        private boolean taken;
        private int item;
        private @Nullable Continuation producer;
        private @Nullable Continuation consumer;

        Room(Turns turns) {
            this.turns = turns;
        }

        void put(int item) {
            while (taken) {
                producer = turns.running();
                Turns.suspend();
            }
            taken = true;
            this.item = item;
            Continuation waiting = consumer;
            if (waiting != null) {
                consumer = null;
                turns.resume(waiting);
            }
        }

        int take() {
            while (!taken) {
                consumer = turns.running();
                Turns.suspend();
            }
            taken = false;
            Continuation waiting = producer;
            if (waiting != null) {
                producer = null;
                turns.resume(waiting);
            }
            return item;
        }
    }
}
