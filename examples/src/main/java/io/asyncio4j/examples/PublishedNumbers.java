package io.asyncio4j.examples;

import static io.asyncio4j.Asyncio.*;
import static io.asyncio4j.reactive.Reactive.*;
import static java.time.Duration.ofSeconds;

import io.asyncio4j.reactive.PublishedItems;
import java.util.concurrent.Flow;

/** Shows both sides of a reactive stream: a publisher that a body emits to, and an iteration that leaves it early. */
final class PublishedNumbers {
    private PublishedNumbers() {}

    static void main() throws Exception {
        run(() -> {
            Flow.Publisher<Integer> numbers = publisher(emitter -> {
                for (int number = 1; ; number++) {
                    sleep(ofSeconds(1));
                    emitter.emit(number);
                    IO.println(number + " was taken");
                }
            });
            try (PublishedItems<Integer> items = each(numbers)) {
                for (int number : items) {
                    IO.println("got " + number);
                    if (number == 3) {
                        break;
                    }
                }
            }
            IO.println("nobody listens any more");
        });
    }
}
