package io.asyncio4j.examples;

import static io.asyncio4j.Asyncio.*;

import io.asyncio4j.CancelledError;
import io.asyncio4j.OnCancel;
import io.asyncio4j.Task;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.CountDownLatch;

/** Shows a hook that ends a blocking call by the call's own means when the task that waits for it is cancelled. */
final class CancelHook {
    private CancelHook() {}

    static void main() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            run(() -> {
                CountDownLatch begun = new CountDownLatch(1);
                Task<?> visitor = createTask(() -> toThread(
                        () -> {
                            IO.println("Waiting for a visitor");
                            begun.countDown();
                            return server.accept();
                        },
                        OnCancel.call(server::close)));
                toThread(() -> begun.await());
                visitor.cancel("nobody came");
                try {
                    visitor.await();
                } catch (CancelledError error) {
                    IO.println("Cancelled: " + error.getMessage());
                }
            });
            // a run ends after its hooks
            IO.println("The server is " + (server.isClosed() ? "closed" : "still open"));
        }
    }
}
