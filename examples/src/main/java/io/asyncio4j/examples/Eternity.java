package io.asyncio4j.examples;

import static io.asyncio4j.Asyncio.*;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofSeconds;

import java.util.concurrent.TimeoutException;

/** Shows how to wait for something, but not for ever. */
final class Eternity {
    private Eternity() {}

    static void main() throws Exception {
        run(() -> {
            try {
                waitFor(() -> eternity(), ofSeconds(1));
            } catch (TimeoutException _) {
                IO.println("timeout!");
            }
        });
    }

    static void eternity() {
        sleep(ofHours(1));
        IO.println("yay!");
    }
}
