package io.asyncio4j.examples;

import static io.asyncio4j.Asyncio.*;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofSeconds;

import io.asyncio4j.CancelledError;
import io.asyncio4j.Task;

/** Shows a cleanup that waits, and is not interrupted by an impatient second cancel. */
final class ShieldedCleanup {
    private ShieldedCleanup() {}

    static void main() throws Exception {
        run(() -> {
            Task<?> task = createTask(() -> session());
            sleep(ofSeconds(1));
            task.cancel();
            sleep(ofSeconds(1));
            task.cancel("hurry up");
            try {
                task.await();
            } catch (CancelledError _) {
                IO.println("main(): the session is cancelled");
            }
        });
    }

    static void session() throws Exception {
        try {
            sleep(ofHours(1));
        } finally {
            IO.println("session(): saying goodbye");
            String answer = shielded(ofSeconds(10), () -> sayGoodbye());
            IO.println("session(): " + answer);
        }
    }

    static String sayGoodbye() {
        sleep(ofSeconds(3));
        return "the server has said goodbye too";
    }
}
