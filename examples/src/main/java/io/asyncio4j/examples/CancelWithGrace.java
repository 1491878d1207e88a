package io.asyncio4j.examples;

import static io.asyncio4j.Asyncio.*;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofSeconds;

import io.asyncio4j.Task;
import java.time.Duration;

/** Shows tasks that are asked to end, and waited for: but not for ever. */
final class CancelWithGrace {
    private CancelWithGrace() {}

    static void main() throws Exception {
        run(() -> {
            Task<?> prompt = createTask(() -> serve(ofSeconds(1)));
            Task<?> slow = createTask(() -> serve(ofSeconds(60)));
            sleep(ofSeconds(1));
            IO.println("prompt: " + prompt.cancelAndWait("closing", ofSeconds(5)));
            IO.println("slow: " + slow.cancelAndWait("closing", ofSeconds(5)));
            IO.println("slow, without a limit: " + slow.cancelAndWait("closing now"));
        });
    }

    static void serve(Duration cleanup) {
        try {
            sleep(ofHours(1));
        } finally {
            sleep(cleanup);
        }
    }
}
