package io.asyncio4j.examples;

import static io.asyncio4j.Asyncio.*;

import io.asyncio4j.Future;
import io.asyncio4j.Task;
import java.net.Socket;
import java.util.List;

/** Shows two connections, taken in the order in which they come about; the loop gives the very tasks it was given. */
final class AsCompletedUsage {
    private AsCompletedUsage() {}

    static void main() throws Exception {
        try (GreetingServer server = new GreetingServer()) {
            run(() -> connectToBoth(server));
        }
    }

    static void connectToBoth(GreetingServer server) throws Exception {
        Task<Socket> far = createTask(() -> toThread(() -> GreetingServer.connect(server.farPort())));
        Task<Socket> near = createTask(() -> toThread(() -> GreetingServer.connect(server.nearPort())));
        for (Future<Socket> earliest : asCompleted(List.of(far, near))) {
            try (Socket _ = earliest.await()) {
                IO.println(earliest == near ? "Near connection established." : "Far connection established.");
            }
        }
    }
}
