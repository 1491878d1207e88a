package io.asyncio4j.examples;

import static io.asyncio4j.Asyncio.*;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import java.util.concurrent.TimeoutException;

/** Shows that a timeout ends its own block only: what comes after it waits as if nothing had happened. */
final class RequestWithTimeout {
    private RequestWithTimeout() {}

    static void main() throws Exception {
        run(() -> {
            try {
                timeout(ofSeconds(1), _ -> {
                    request("first");
                    request("second");
                });
            } catch (TimeoutException _) {
                IO.println("There was a timeout");
            }
            request("unrelated");
        });
    }

    static void request(String name) {
        sleep(ofMillis(800));
        IO.println("the " + name + " request is answered");
    }
}
