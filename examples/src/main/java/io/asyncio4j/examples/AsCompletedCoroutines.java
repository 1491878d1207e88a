package io.asyncio4j.examples;

import static io.asyncio4j.Asyncio.*;

import io.asyncio4j.Coroutine;
import io.asyncio4j.Task;
import java.net.Socket;
import java.util.List;

/** Shows two connections, taken in the order in which they come about, by coroutines that each await the next one. */
final class AsCompletedCoroutines {
    private AsCompletedCoroutines() {}

    static void main() throws Exception {
        try (GreetingServer server = new GreetingServer()) {
            run(() -> connectToBoth(server));
        }
    }

    static void connectToBoth(GreetingServer server) throws Exception {
        Task<Socket> far = createTask(() -> toThread(() -> GreetingServer.connect(server.farPort())));
        Task<Socket> near = createTask(() -> toThread(() -> GreetingServer.connect(server.nearPort())));
        for (Coroutine<Socket> next : asCompleted(List.of(far, near)).coroutines()) {
            try (Socket socket = next.await()) {
                IO.println(socket.getPort() == server.nearPort() ? "Near connection." : "Far connection.");
            }
        }
    }
}
