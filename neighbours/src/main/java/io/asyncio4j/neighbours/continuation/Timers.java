package io.asyncio4j.neighbours.continuation;

import java.util.PriorityQueue;
import java.util.concurrent.locks.LockSupport;
import jdk.internal.vm.Continuation;

/** Continuations that sleep, and the turns they take when they are awake. */
final class Timers {
    private final PriorityQueue<Timer> sleeping = new PriorityQueue<>();
    private final Turns turns;

    Timers(Turns turns) {
        this.turns = turns;
    }

    /** Has the continuation that runs sleep. */
    void sleep(long nanos) {
        sleeping.add(new Timer(System.nanoTime() + nanos, turns.running()));
        Turns.suspend();
    }

    /** How many sleep. */
    int count() {
        return sleeping.size();
    }

    /** Runs all until none is ready and none sleeps. */
    void run() {
        turns.run();
        for (Timer first = sleeping.peek(); first != null; first = sleeping.peek()) {
            long now = System.nanoTime();
            if (first.deadline - now > 0) {
                LockSupport.parkNanos(first.deadline - now);
            } else {
                wake(now);
                turns.run();
            }
        }
    }

    private void wake(long now) {
        for (Timer first = sleeping.peek(); first != null && first.deadline - now <= 0; first = sleeping.peek()) {
            sleeping.remove();
            turns.resume(first.continuation);
        }
    }

    private record Timer(long deadline, Continuation continuation) implements Comparable<Timer> {
        @Override
        public int compareTo(Timer other) {
            return Long.signum(deadline - other.deadline);
        }
    }
}
