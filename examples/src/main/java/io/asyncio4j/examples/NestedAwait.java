package io.asyncio4j.examples;

import static io.asyncio4j.Asyncio.*;

import io.asyncio4j.Coroutine;

/** Shows that a coroutine does nothing until it is awaited. */
final class NestedAwait {
    private NestedAwait() {}

    static void main() throws Exception {
        run(() -> {
            Coroutine<Integer> coroutine = () -> nested();
            IO.println("made, but not run");
            IO.println(coroutine.await());
        });
    }

    static int nested() {
        IO.println("nested() runs");
        return 42;
    }
}
