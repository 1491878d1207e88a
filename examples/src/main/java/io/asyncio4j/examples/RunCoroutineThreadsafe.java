package io.asyncio4j.examples;

import static io.asyncio4j.Asyncio.*;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;

import io.asyncio4j.CancelledError;
import io.asyncio4j.Coroutine;
import io.asyncio4j.EventLoop;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Shows another thread that has the loop run coroutines: one with a result, one that is too slow, one that fails. */
final class RunCoroutineThreadsafe {
    private RunCoroutineThreadsafe() {}

    static void main() throws Exception {
        run(() -> {
            EventLoop loop = getRunningLoop();
            toThread(() -> {
                ask(loop, () -> sleep(ofMillis(10), 3), 10_000);
                ask(loop, RunCoroutineThreadsafe::tooSlow, 50);
                ask(loop, RunCoroutineThreadsafe::failing, 10_000);
            });
        });
    }

    static void ask(EventLoop loop, Coroutine<Integer> coroutine, long milliseconds) throws InterruptedException {
        CompletableFuture<Integer> future = runCoroutineThreadsafe(coroutine, loop);
        try {
            IO.println("The coroutine returned: " + future.get(milliseconds, TimeUnit.MILLISECONDS));
        } catch (TimeoutException _) {
            IO.println("The coroutine took too long, cancelling the task...");
            future.cancel(false);
        } catch (ExecutionException exception) {
            IO.println("The coroutine raised an exception: " + exception.getCause());
        }
    }

    static int tooSlow() {
        try {
            return sleep(ofHours(1), 0);
        } catch (CancelledError error) {
            IO.println("The task is cancelled");
            throw error;
        }
    }

    static int failing() {
        throw new IllegalStateException("no luck");
    }
}
