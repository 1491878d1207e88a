package io.asyncio4j.neighbours.structured;

import io.asyncio4j.neighbours.rounds.Program;
import io.asyncio4j.neighbours.rounds.Sample;
import java.util.concurrent.StructuredTaskScope;

/** A scope of subtasks that do nothing. Measured: from before the scope to after it. */
final class GroupProgram implements Program {
    @Override
    public Sample round(int tasks, int times) throws InterruptedException {
        Runnable nothing = () -> {};
        long began = System.nanoTime();
        for (int i = 0; i < times; i++) {
            try (var scope = StructuredTaskScope.open()) {
                for (int forked = 0; forked < tasks; forked++) {
                    scope.fork(nothing);
                }
                scope.join();
            }
        }
        return Sample.Time.since(began);
    }
}
