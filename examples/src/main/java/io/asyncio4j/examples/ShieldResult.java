package io.asyncio4j.examples;

import static io.asyncio4j.Asyncio.*;
import static java.time.Duration.ofSeconds;

import io.asyncio4j.CancelledError;
import io.asyncio4j.Task;

/** Shows a waiter that is cancelled while the task it waits for, behind a shield, goes on to its result. */
final class ShieldResult {
    private ShieldResult() {}

    static void main() throws Exception {
        run(() -> {
            Task<String> something = createTask(() -> sleep(ofSeconds(3), "the result"));
            Task<?> waiter = createTask(() -> print(something));
            sleep(ofSeconds(1));
            waiter.cancel();
            sleep(ofSeconds(1));
            IO.println("the waiter is " + (waiter.cancelled() ? "cancelled" : "not cancelled"));
            IO.println("the task is " + (something.done() ? "done" : "not done"));
            IO.println(something.await());
        });
    }

    static void print(Task<String> something) throws Exception {
        try {
            IO.println(shield(something).await());
        } catch (CancelledError error) {
            IO.println("nobody waits any more");
            throw error;
        }
    }
}
