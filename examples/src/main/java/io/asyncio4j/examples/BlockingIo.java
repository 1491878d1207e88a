package io.asyncio4j.examples;

import static io.asyncio4j.Asyncio.*;
import static java.time.Duration.ofMillis;

import io.asyncio4j.EventLoop;
import java.util.Locale;

/** Shows a function that blocks its thread, run in a thread of its own while a task sleeps: half a second for both. */
final class BlockingIo {
    private final EventLoop loop = getRunningLoop();
    private final long start = loop.time();

    private BlockingIo() {}

    static void main() throws Exception {
        run(() -> new BlockingIo().program());
    }

    void program() throws Exception {
        IO.println("started main at " + clock());
        gather(() -> toThread(() -> blockingIo()), () -> sleep(ofMillis(500))).await();
        IO.println("finished main at " + clock());
    }

    /** On the loop's thread this would keep all tasks from running; reading a file or a socket is just the same. */
    void blockingIo() throws InterruptedException {
        IO.println("start blocking_io at " + clock());
        Thread.sleep(ofMillis(500));
        IO.println("blocking_io complete at " + clock());
    }

    String clock() {
        return String.format(Locale.ROOT, "%d ms", (loop.time() - start) / 1_000_000);
    }
}
