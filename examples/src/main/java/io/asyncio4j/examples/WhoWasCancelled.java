package io.asyncio4j.examples;

import static io.asyncio4j.Asyncio.*;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;

import io.asyncio4j.CancelledError;
import io.asyncio4j.ChildCancelledError;
import io.asyncio4j.Task;

/**
 * Shows how a task that awaits another tells who was cancelled: the other is a {@link ChildCancelledError}, itself a plain
 * {@link CancelledError}. Takes {@code parent} or {@code child}, the one to cancel.
 */
final class WhoWasCancelled {
    private WhoWasCancelled() {}

    static void main(String[] whom) throws Exception {
        run(() -> {
            Task<?> child = createTask(() -> cancelMe());
            Task<?> parent = createTask(() -> parent(child));
            sleep(ofMillis(100));
            if (whom[0].equals("parent")) {
                parent.cancel();
            } else {
                child.cancel();
            }
            sleep(ofMillis(500));
        });
    }

    static void cancelMe() {
        IO.println("cancel_me");
        try {
            sleep(ofHours(1));
        } finally {
            IO.println("cancel_me(): after sleep");
        }
    }

    static void parent(Task<?> child) throws Exception {
        try {
            child.await();
        } catch (ChildCancelledError error) {
            IO.println("parent(): child is cancelled now");
            throw error;
        } catch (CancelledError error) {
            IO.println("parent(): I am cancelled");
            throw error;
        }
    }
}
