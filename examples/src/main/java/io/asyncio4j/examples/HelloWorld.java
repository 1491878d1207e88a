package io.asyncio4j.examples;

import static io.asyncio4j.Asyncio.*;
import static java.time.Duration.ofSeconds;

/** Shows a program that waits: two words, a second apart. */
final class HelloWorld {
    private HelloWorld() {}

    static void main() throws Exception {
        run(() -> {
            IO.println("hello");
            sleep(ofSeconds(1));
            IO.println("world");
        });
    }
}
