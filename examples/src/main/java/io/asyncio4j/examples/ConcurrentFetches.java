package io.asyncio4j.examples;

import static io.asyncio4j.Asyncio.*;
import static java.time.Duration.ofMillis;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.TimeoutException;

/**
 * Shows the JDK's {@link HttpClient} in tasks: pages fetched two at a time, a fetch that is given up, and a race of two.
 * Cancelling a task cancels its request.
 */
final class ConcurrentFetches {
    private ConcurrentFetches() {}

    static void main() throws Exception {
        try (PageServer server = new PageServer();
                HttpClient client = HttpClient.newHttpClient()) {
            run(() -> fetchAll(client, server));
        }
    }

    static void fetchAll(HttpClient client, PageServer server) throws Exception {
        List<String> pages = map(2, List.of("/a", "/b", "/c", "/d"), name -> fetch(client, server.page(name)));
        IO.println(pages + ", " + server.most() + " at a time");

        try {
            timeout(ofMillis(100), t -> {
                fetch(client, server.page("/never"));
            });
        } catch (TimeoutException _) {
            IO.println("too slow, given up");
        }

        String first = race(() -> fetch(client, server.page("/slow")), () -> fetch(client, server.page("/quick")));
        IO.println("the first is " + first);
        toThread(server::awaitHangUp);
        IO.println("the other has hung up");
    }

    static String fetch(HttpClient client, URI page) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(page).build();
        return wrapFuture(client.sendAsync(request, BodyHandlers.ofString()))
                .await()
                .body();
    }
}
