package io.asyncio4j.conformance;

import io.asyncio4j.conformance.interpreter.Interpretation;
import io.asyncio4j.conformance.interpreter.UnusableProgramException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs scenarios one after the other, each on a loop of its own on virtual time, and each with a limit by the wall
 * clock. Not thread-safe.
 */
public final class ScenarioRunner implements AutoCloseable {

    private final Duration limit;
    private ExecutorService thread = newThread();

    /**
     * A runner.
     *
     * @param limit how long each scenario may take by the wall clock
     */
    public ScenarioRunner(Duration limit) {
        this.limit = limit;
    }

    /**
     * Runs one scenario. A program that does not end is left behind, and the next one gets a fresh thread.
     *
     * @param scenario what to run
     * @return how its trace compares with the expected one
     * @throws InterruptedException if the calling thread is interrupted meanwhile
     */
    public Verdict run(Scenario scenario) throws InterruptedException {
        Interpretation interpretation = new Interpretation(scenario.program());
        Future<Verdict> verdict = thread.submit(() -> Verdict.compare(scenario.trace(), interpretation.run()));
        try {
            return verdict.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException tooLong) {
            interpretation.abandon();
            thread.shutdownNow();
            thread = newThread();
            return new Verdict.DidNotEnd(limit);
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof UnusableProgramException unusable) {
                return new Verdict.Unusable(String.valueOf(unusable.getMessage()));
            }
            throw new IllegalStateException("the interpreter failed in " + scenario.id(), failure.getCause());
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    private static ExecutorService newThread() {
        return Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name("scenario-", 0).factory());
    }
}
