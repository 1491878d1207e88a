package io.asyncio4j.examples;

import static io.asyncio4j.Asyncio.*;
import static java.time.Duration.ofSeconds;

import io.asyncio4j.Coroutine;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Shows work on many items with no more than two under way: in the order of the items, and in that of completion. */
final class LimitedFetch {
    private LimitedFetch() {}

    static void main() throws Exception {
        run(() -> {
            IO.println("map: " + map(2, List.of(3, 1, 2), page -> fetch(page)));

            List<Coroutine<String>> coroutines = new ArrayList<>();
            for (int page : List.of(3, 1, 2)) {
                coroutines.add(() -> fetch(page));
            }
            IO.println("gather: " + gather(2, coroutines).await());

            Iterable<Integer> allNumbers =
                    () -> Stream.iterate(1, number -> number + 1).iterator();
            mapAsCompleted(2, allNumbers, number -> fetch(number), pages -> {
                for (String page : pages) {
                    IO.println("as completed: " + page);
                    if (page.equals("page 3")) {
                        break; // what is under way is cancelled, and the rest never begins
                    }
                }
            });
        });
    }

    static String fetch(int page) {
        return sleep(ofSeconds(page), "page " + page);
    }
}
