package io.asyncio4j.examples;

import static io.asyncio4j.Asyncio.*;
import static java.time.Duration.ofNanos;
import static java.time.Duration.ofSeconds;

import java.time.Duration;

/** Shows that a coroutine function is a plain method: two calls wait one after the other, three seconds in all. */
final class SayAfter {
    private SayAfter() {}

    static void main() throws Exception {
        run(() -> {
            long start = getRunningLoop().time();
            IO.println("started");
            sayAfter(ofSeconds(1), "hello");
            sayAfter(ofSeconds(2), "world");
            long elapsed = getRunningLoop().time() - start;
            IO.println("finished after " + ofNanos(elapsed).toSeconds() + " s");
        });
    }

    static void sayAfter(Duration delay, String what) {
        sleep(delay);
        IO.println(what);
    }
}
