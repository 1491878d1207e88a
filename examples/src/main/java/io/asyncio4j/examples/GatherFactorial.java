package io.asyncio4j.examples;

import static io.asyncio4j.Asyncio.*;
import static java.time.Duration.ofSeconds;

import io.asyncio4j.Future;
import java.util.List;

/** Shows three computations that take turns, and their results in the order in which they were given. */
final class GatherFactorial {
    private GatherFactorial() {}

    static void main() throws Exception {
        run(() -> {
            Future<List<Integer>> results =
                    gather(() -> factorial("A", 2), () -> factorial("B", 3), () -> factorial("C", 4));
            IO.println(results.await());
        });
    }

    static int factorial(String name, int number) {
        int product = 1;
        for (int i = 2; i <= number; i++) {
            IO.println("Task " + name + ": Compute factorial(" + number + "), currently i=" + i + "...");
            sleep(ofSeconds(1));
            product *= i;
        }
        IO.println("Task " + name + ": factorial(" + number + ") = " + product);
        return product;
    }
}
