package io.asyncio4j.testkit;

import io.asyncio4j.CancelledError;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * A test run on a thread of its own, so that the one that waits for it hears of interrupts also where the test blocks its
 * loop and cannot be cancelled.
 */
final class InterruptibleRun implements AutoCloseable {
    private static final Duration CANCELLATION_MAY_TAKE = Duration.ofSeconds(1);

    // A thread that is parked as a fiber has the JDK's frames on top, and then this class's.
    private static final String FIBER = "io.asyncio4j.fibers.Fiber";
    private static final int TOP = 10;

    /** What JUnit lets one call. */
    interface Body {
        @Nullable
        Object proceed() throws Throwable;
    }

    private final TestRun run;
    private boolean begun;
    private volatile @Nullable Thread mainThread;
    private volatile @Nullable Throwable thrown;

    InterruptibleRun(TestRun run) {
        this.run = run;
    }

    TestRun run() {
        return run;
    }

    /** Runs the body as the main task. Throws what it threw, the very object. */
    void run(Body body) throws Exception {
        begun = true;
        FutureTask<@Nullable Object> outcome = new FutureTask<>(() -> run.run(() -> {
            mainThread = Thread.currentThread();
            return call(body);
        }));
        Thread runner = Thread.ofVirtual().name("asyncio-test").start(outcome);
        if (awaitEnd(runner)) {
            Thread.currentThread().interrupt();
        }
        try {
            outcome.get();
        } catch (ExecutionException failed) {
            Throwable exception = asThrown(Objects.requireNonNull(failed.getCause()));
            if (exception instanceof Error error) {
                throw error;
            }
            throw (Exception) exception;
        }
    }

    private @Nullable Object call(Body body) throws Exception {
        try {
            return body.proceed();
        } catch (Exception | Error exception) {
            thrown = exception;
            throw exception;
        } catch (Throwable neither) {
            throw new AssertionError("the test has thrown what is neither an exception nor an error", neither);
        }
    }

    /** A task that was cancelled ends with an error made anew; the one that left the test knows where it was. */
    private Throwable asThrown(Throwable failure) {
        Throwable original = thrown;
        if (!(failure instanceof CancelledError) || !(original instanceof CancelledError) || failure == original) {
            return failure;
        }
        for (Throwable found : failure.getSuppressed()) {
            original.addSuppressed(found);
        }
        return original;
    }

    /** Hands interrupts on: the first cancels the test. Returns whether there were any. */
    private boolean awaitEnd(Thread runner) {
        boolean interrupted = false;
        boolean ended = false;
        while (!ended) {
            try {
                runner.join();
                ended = true;
            } catch (InterruptedException interrupt) {
                interrupted = true;
                runner.interrupt();
                ended = endsSoon(runner);
            }
        }
        return interrupted;
    }

    private boolean endsSoon(Thread runner) {
        try {
            boolean ended = runner.join(CANCELLATION_MAY_TAKE);
            Thread main = mainThread;
            if (!ended && main != null && !isSuspended(main)) {
                main.interrupt();
            }
            return ended;
        } catch (InterruptedException again) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Whether the task of this thread waits as a task should; to interrupt it would cancel it once more. */
    private static boolean isSuspended(Thread thread) {
        return Arrays.stream(thread.getStackTrace())
                .limit(TOP)
                .anyMatch(frame -> frame.getClassName().equals(FIBER));
    }

    /** Called when the invocation is over, by JUnit. */
    @Override
    public void close() {
        if (!begun) {
            run.loop().close();
        }
    }
}
