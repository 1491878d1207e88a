package io.asyncio4j.neighbours.structured;

import io.asyncio4j.neighbours.rounds.Program;
import io.asyncio4j.neighbours.rounds.Sample;
import java.time.Duration;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Joiner;

/** A scope with a timeout of an hour around a subtask that lets the others run once, over and over. Measured: all of it. */
final class TimeoutProgram implements Program {
    private static final Duration HOUR = Duration.ofHours(1);

    @Override
    @SuppressWarnings("ThreadPriorityCheck") // letting the others run is what is measured
    public Sample round(int tasks, int times) throws InterruptedException {
        Runnable yielding = Thread::yield;
        long began = System.nanoTime();
        for (int i = 0; i < times; i++) {
            try (var scope = StructuredTaskScope.open(
                    Joiner.awaitAllSuccessfulOrThrow(), configuration -> configuration.withTimeout(HOUR))) {
                scope.fork(yielding);
                scope.join();
            }
        }
        return Sample.Time.since(began);
    }
}
