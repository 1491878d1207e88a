package io.asyncio4j.examples;

import static io.asyncio4j.Asyncio.*;
import static java.time.Duration.ofSeconds;

import io.asyncio4j.CancelledError;
import io.asyncio4j.Task;

/** Shows a resource that try-with-resources closes when the task that uses it is cancelled. */
final class CancelResource {
    private CancelResource() {}

    static void main() throws Exception {
        run(() -> {
            Task<?> task = createTask(() -> useConnection());
            sleep(ofSeconds(2));
            task.cancel();
            try {
                task.await();
            } catch (CancelledError _) {
                IO.println("Task was cancelled");
            }
        });
    }

    static void useConnection() {
        try (Connection connection = new Connection()) {
            connection.read();
        }
    }

    /** A connection that never says anything. */
    private static final class Connection implements AutoCloseable {
        Connection() {
            IO.println("Connection opened");
        }

        void read() {
            sleep(ofSeconds(5));
            IO.println("Data read");
        }

        @Override
        public void close() {
            IO.println("Connection closed");
        }
    }
}
