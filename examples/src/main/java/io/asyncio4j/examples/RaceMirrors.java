package io.asyncio4j.examples;

import static io.asyncio4j.Asyncio.*;
import static java.time.Duration.ofSeconds;

import java.io.IOException;
import java.time.Duration;

/** Shows a race: the first mirror that answers wins, the others are cancelled; one that fails does not count. */
final class RaceMirrors {
    private RaceMirrors() {}

    static void main() throws Exception {
        run(() -> {
            String page = race(
                    () -> unreachable(ofSeconds(1)),
                    () -> fetch("near mirror", ofSeconds(2)),
                    () -> fetch("far mirror", ofSeconds(9)));
            IO.println(page);
            try {
                firstCompleted(() -> unreachable(ofSeconds(1)), () -> fetch("near mirror", ofSeconds(2)));
            } catch (IOException failure) {
                IO.println("where any end counts: " + failure.getMessage());
            }
        });
    }

    static String fetch(String mirror, Duration time) {
        try {
            return sleep(time, "the page, from the " + mirror);
        } finally {
            IO.println(mirror + ": connection closed");
        }
    }

    static String unreachable(Duration time) throws IOException {
        sleep(time);
        throw new IOException("unreachable");
    }
}
