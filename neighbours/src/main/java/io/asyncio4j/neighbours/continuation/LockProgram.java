package io.asyncio4j.neighbours.continuation;

import io.asyncio4j.neighbours.rounds.Program;
import io.asyncio4j.neighbours.rounds.Sample;
import java.util.ArrayDeque;
import jdk.internal.vm.Continuation;

/**
 * Continuations that hand a fair lock on, each letting the others run while it has it. Measured: from the first to the last.
 */
final class LockProgram implements Program {
    @Override
    public Sample round(int tasks, int times) {
        Turns turns = new Turns();
        Lock lock = new Lock(turns);
        long[] taken = new long[1];
        Runnable taking = () -> {
            for (int i = 0; i < times; i++) {
                lock.acquire();
                long before = taken[0];
                turns.letOthersRun();
                taken[0] = before + 1;
                lock.release();
            }
        };
        long began = System.nanoTime();
        for (int i = 0; i < tasks; i++) {
            turns.start(taking);
        }
        turns.run();
        Sample took = Sample.Time.since(began);
        if (taken[0] != (long) tasks * times) {
            throw new AssertionError("the lock let two in at once: " + taken[0]);
        }
        return took;
    }

    /** Goes from its owner to the one that has waited longest. */
    private static final class Lock {
        private final ArrayDeque<Continuation> waiting = new ArrayDeque<>();
        private final Turns turns;
        private boolean held;

        Lock(Turns turns) {
            this.turns = turns;
        }

        void acquire() {
            if (held) {
                waiting.add(turns.running());
                Turns.suspend();
            } else {
                held = true;
            }
        }

        void release() {
            Continuation next = waiting.poll();
            if (next == null) {
                held = false;
            } else {
                turns.resume(next);
            }
        }
    }
}
