package io.asyncio4j.neighbours.structured;

import io.asyncio4j.neighbours.rounds.Program;
import io.asyncio4j.neighbours.rounds.Sample;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.StructuredTaskScope;
import org.jspecify.annotations.Nullable;

/** A scope of subtasks that sleep, and of one more that fails. Measured: from the failure until the scope has thrown it. */
final class FailProgram implements Program {
    private static final Duration HOUR = Duration.ofHours(1);

    @Override
    public Sample round(int tasks, int times) throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(tasks);
        Callable<@Nullable Void> sleeping = () -> {
            begun.countDown();
            Thread.sleep(HOUR);
            throw new AssertionError("slept to the end");
        };
        try (var scope = StructuredTaskScope.<@Nullable Void>open()) {
            for (int i = 0; i < tasks; i++) {
                scope.fork(sleeping);
            }
            begun.await();
            scope.fork(() -> {
                throw new ChildFailure(System.nanoTime());
            });
            scope.join();
        } catch (StructuredTaskScope.FailedException failure) {
            if (failure.getCause() instanceof ChildFailure child) {
                return Sample.Time.since(child.happened);
            }
            throw failure;
        }
        throw new AssertionError("nothing failed");
    }

    /** Knows when it happened. */
    private static final class ChildFailure extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final long happened;

        ChildFailure(long happened) {
            this.happened = happened;
        }
    }
}
