package io.asyncio4j.neighbours.plain;

import io.asyncio4j.neighbours.rounds.Program;
import io.asyncio4j.neighbours.rounds.Sample;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Threads that hand a fair lock on, each letting the others run while it has it. Measured: from the first to the last. */
final class LockProgram implements Program {
    @Override
    public Sample round(int tasks, int times) {
        Turns turns = new Turns();
        long began = System.nanoTime();
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < tasks; i++) {
                executor.execute(() -> {
                    for (int turn = 0; turn < times; turn++) {
                        turns.take();
                    }
                });
            }
        }
        Sample took = Sample.Time.since(began);
        if (turns.taken != (long) tasks * times) {
            throw new AssertionError("the lock let two in at once: " + turns.taken);
        }
        return took;
    }

    /** What the lock protects. */
    private static final class Turns {
        private final Lock lock = new ReentrantLock(true);
        private long taken;

        @SuppressWarnings("ThreadPriorityCheck") // letting the others run is what is measured
        void take() {
            lock.lock();
            try {
                long before = taken;
                Thread.yield();
                taken = before + 1;
            } finally {
                lock.unlock();
            }
        }
    }
}
