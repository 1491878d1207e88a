package io.asyncio4j.neighbours.continuation;

import io.asyncio4j.neighbours.rounds.Program;
import io.asyncio4j.neighbours.rounds.Sample;
import jdk.internal.vm.Continuation;

/** Continuations that do nothing, made and run one after the other. Measured: from the first to the last. */
final class GroupProgram implements Program {
    @Override
    public Sample round(int tasks, int times) {
        Runnable nothing = () -> {};
        long began = System.nanoTime();
        for (int i = 0; i < times; i++) {
            for (int made = 0; made < tasks; made++) {
                Continuation continuation = Turns.continuation(nothing);
                continuation.run();
                if (!continuation.isDone()) {
                    throw new AssertionError("a continuation that does nothing has not ended");
                }
            }
        }
        return Sample.Time.since(began);
    }
}
