package io.asyncio4j.examples;

import static io.asyncio4j.Asyncio.*;
import static java.time.Duration.ofNanos;
import static java.time.Duration.ofSeconds;

import java.time.Duration;

/** Shows a task group, whose end waits for its tasks: two seconds in all, as with two tasks awaited by hand. */
final class SayAfterGroup {
    private SayAfterGroup() {}

    static void main() throws Exception {
        run(() -> {
            long start = getRunningLoop().time();
            taskGroup(group -> {
                group.createTask(() -> sayAfter(ofSeconds(1), "hello"));
                group.createTask(() -> sayAfter(ofSeconds(2), "world"));
                IO.println("started");
            });
            long elapsed = getRunningLoop().time() - start;
            IO.println("finished after " + ofNanos(elapsed).toSeconds() + " s");
        });
    }

    static void sayAfter(Duration delay, String what) {
        sleep(delay);
        IO.println(what);
    }
}
