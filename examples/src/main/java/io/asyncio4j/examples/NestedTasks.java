package io.asyncio4j.examples;

import static io.asyncio4j.Asyncio.*;

import io.asyncio4j.Task;

/** Shows that a task starts by itself, in the next turn of the loop, and can be awaited for its result. */
final class NestedTasks {
    private NestedTasks() {}

    static void main() throws Exception {
        run(() -> {
            Task<Integer> task = createTask(() -> nested());
            IO.println("the task is " + (task.done() ? "done" : "not done yet"));
            IO.println(task.await());
        });
    }

    static int nested() {
        return 42;
    }
}
