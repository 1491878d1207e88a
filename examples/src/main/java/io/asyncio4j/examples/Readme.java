package io.asyncio4j.examples;

import static io.asyncio4j.Asyncio.*;
import static java.time.Duration.ofSeconds;

import io.asyncio4j.Future;
import java.util.List;
import java.util.concurrent.TimeoutException;

/** Shows the program of the README: gathered results, a task group, and a timeout that cancels it. */
final class Readme {

    String fetch(String page, int seconds) {
        try {
            sleep(ofSeconds(seconds)); // suspends this task; meanwhile the others run
            return page;
        } finally {
            IO.println(page + ": connection closed"); // also when the task is cancelled
        }
    }

    void main() throws Exception {
        run(() -> {
            Future<List<String>> pages = gather(() -> fetch("news", 1), () -> fetch("sport", 2));
            IO.println(pages.await() + " in two seconds, not three");
            try {
                timeout(ofSeconds(5), _ -> {
                    // ends when both have ended; if one failed, it would cancel the other
                    taskGroup(group -> {
                        group.createTask(() -> fetch("weather", 3));
                        group.createTask(() -> fetch("archive", 3600));
                    });
                });
            } catch (TimeoutException _) {
                IO.println("too slow: what was not done is cancelled, and nothing is left running");
            }
        });
    }
}
