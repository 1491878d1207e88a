package io.asyncio4j.neighbours.continuation;

import io.asyncio4j.neighbours.rounds.Program;
import io.asyncio4j.neighbours.rounds.Sample;
import java.util.ArrayList;
import java.util.List;
import jdk.internal.vm.Continuation;
import org.jspecify.annotations.Nullable;

/** Continuations that wait for ever, and one more that fails. Measured: from the failure until all others were cancelled. */
final class FailProgram implements Program {
    @Override
    public Sample round(int tasks, int times) {
        List<Waiting> others = new ArrayList<>(tasks);
        for (int i = 0; i < tasks; i++) {
            Waiting waiting = new Waiting();
            waiting.start();
            others.add(waiting);
        }
        Failing failing = new Failing();
        Continuation child = Turns.continuation(failing);
        child.run();
        ChildFailure failure = failing.failure;
        if (failure == null) {
            throw new AssertionError("nothing failed");
        }
        for (Waiting waiting : others) {
            waiting.cancel();
        }
        Sample took = Sample.Time.since(failure.happened);
        if (!others.stream().allMatch(Waiting::cancelled)) {
            throw new AssertionError("one that waited was not cancelled");
        }
        return took;
    }

    /** The child that fails. */
    private static final class Failing implements Runnable {
        private @Nullable ChildFailure failure;

        @Override
        public void run() {
            try {
                throw new ChildFailure(System.nanoTime());
            } catch (ChildFailure happened) {
                failure = happened;
            }
        }
    }

    /** Knows when it happened. */
    private static final class ChildFailure extends Exception {
        private static final long serialVersionUID = 1;

        private final long happened;

        ChildFailure(long happened) {
            this.happened = happened;
        }
    }
}
