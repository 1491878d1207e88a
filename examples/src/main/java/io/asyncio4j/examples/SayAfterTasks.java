package io.asyncio4j.examples;

import static io.asyncio4j.Asyncio.*;
import static java.time.Duration.ofNanos;
import static java.time.Duration.ofSeconds;

import io.asyncio4j.Task;
import java.time.Duration;

/** Shows two tasks that wait at the same time: two seconds in all, and not three. */
final class SayAfterTasks {
    private SayAfterTasks() {}

    static void main() throws Exception {
        run(() -> {
            Task<?> hello = createTask(() -> sayAfter(ofSeconds(1), "hello"));
            Task<?> world = createTask(() -> sayAfter(ofSeconds(2), "world"));
            long start = getRunningLoop().time();
            IO.println("started");
            hello.await();
            world.await();
            long elapsed = getRunningLoop().time() - start;
            IO.println("finished after " + ofNanos(elapsed).toSeconds() + " s");
        });
    }

    static void sayAfter(Duration delay, String what) {
        sleep(delay);
        IO.println(what);
    }
}
