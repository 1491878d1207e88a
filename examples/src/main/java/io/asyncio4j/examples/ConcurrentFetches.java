package io.asyncio4j.examples;

import static io.asyncio4j.Asyncio.*;
import static java.time.Duration.ofMillis;

import io.asyncio4j.Asyncio;
import io.asyncio4j.Coroutine;
import io.asyncio4j.ReturnWhen;
import io.asyncio4j.Task;
import io.asyncio4j.locks.Semaphore;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
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
        Semaphore limit = new Semaphore(2);
        List<Coroutine<String>> fetches = new ArrayList<>();
        for (String name : List.of("/a", "/b", "/c", "/d")) {
            fetches.add(() -> limit.with(() -> fetch(client, server.page(name))));
        }
        IO.println(gather(fetches).await() + ", " + server.most() + " at a time");

        try {
            timeout(ofMillis(100), t -> {
                fetch(client, server.page("/never"));
            });
        } catch (TimeoutException _) {
            IO.println("too slow, given up");
        }

        Task<String> slow = createTask(() -> fetch(client, server.page("/slow")));
        Task<String> quick = createTask(() -> fetch(client, server.page("/quick")));
        for (Task<String> first :
                Asyncio.wait(List.of(slow, quick), ReturnWhen.FIRST_COMPLETED).done()) {
            IO.println("the first is " + first.await());
        }
        slow.cancel();
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
