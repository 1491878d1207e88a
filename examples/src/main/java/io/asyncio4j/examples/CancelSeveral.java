package io.asyncio4j.examples;

import static io.asyncio4j.Asyncio.*;
import static java.time.Duration.ofSeconds;

import io.asyncio4j.CancelledError;
import io.asyncio4j.Task;

/** Shows two tasks, each in the middle of several coroutines, cancelled; their outcomes are gathered as values. */
final class CancelSeveral {
    private CancelSeveral() {}

    static void main() throws Exception {
        run(() -> {
            Task<String> first = createTask(() -> job("first", 2));
            Task<String> second = createTask(() -> job("second", 4));
            sleep(ofSeconds(3));
            first.cancel();
            second.cancel();
            for (Object outcome : gather(true, first, second).await()) {
                IO.println(outcome instanceof CancelledError ? "Cancelled" : outcome);
            }
        });
    }

    static String job(String name, int seconds) {
        step(name + " job: read", seconds);
        step(name + " job: write", seconds);
        return name;
    }

    static void step(String name, int seconds) {
        try {
            sleep(ofSeconds(seconds));
            IO.println(name + " done");
        } catch (CancelledError error) {
            IO.println(name + " cancelled");
            throw error;
        }
    }
}
