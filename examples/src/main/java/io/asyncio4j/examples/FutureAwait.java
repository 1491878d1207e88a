package io.asyncio4j.examples;

import static io.asyncio4j.Asyncio.*;
import static java.time.Duration.ofSeconds;

import io.asyncio4j.EventLoop;
import io.asyncio4j.Future;
import java.util.List;

/** Shows a function that returns a future, set by a callback later; it can be awaited alone or gathered with others. */
final class FutureAwait {
    private FutureAwait() {}

    static void main() throws Exception {
        run(() -> {
            IO.println(letter("a").await());
            Future<List<String>> both = gather(letter("b"), coroutine(() -> sleep(ofSeconds(2), "c")));
            IO.println(both.await());
        });
    }

    static Future<String> letter(String letter) {
        EventLoop loop = getRunningLoop();
        Future<String> future = loop.createFuture();
        loop.callLater(ofSeconds(1), () -> future.setResult(letter));
        return future;
    }
}
