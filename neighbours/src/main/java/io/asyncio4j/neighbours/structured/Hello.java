package io.asyncio4j.neighbours.structured;

import java.util.concurrent.StructuredTaskScope;

/** The smallest program: a subtask that lets the others run once and says hello. The whole process is measured. */
public final class Hello {
    private Hello() {}

    /**
     * Says hello.
     *
     * @param arguments none
     * @throws InterruptedException if this thread is interrupted
     */
    public static void main(String[] arguments) throws InterruptedException {
        try (var scope = StructuredTaskScope.open()) {
            scope.fork(Hello::sayHello);
            scope.join();
        }
    }

    @SuppressWarnings("ThreadPriorityCheck") // letting the others run is what is measured
    private static void sayHello() {
        Thread.yield();
        System.out.println("hello");
    }
}
