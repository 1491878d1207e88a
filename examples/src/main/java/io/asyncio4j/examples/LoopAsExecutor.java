package io.asyncio4j.examples;

import static io.asyncio4j.Asyncio.*;
import static java.time.Duration.ofSeconds;

import io.asyncio4j.executors.LoopExecutor;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Shows a loop as an executor, for code that knows executors only: what that submits may await. */
final class LoopAsExecutor {
    private LoopAsExecutor() {}

    static void main() throws Exception {
        run(() -> {
            ScheduledExecutorService executor = new LoopExecutor(getRunningLoop());
            toThread(() -> useFromElsewhere(executor));
        });
    }

    static void useFromElsewhere(ScheduledExecutorService executor) throws Exception {
        Future<?> ticks = executor.scheduleAtFixedRate(() -> IO.println("tick"), 0, 1, TimeUnit.HOURS);
        Future<String> word = executor.submit(() -> sleep(ofSeconds(0), "done by a task"));
        IO.println(word.get());
        ticks.cancel(false);
        executor.close();
        IO.println("closed: " + executor.isTerminated());
    }
}
