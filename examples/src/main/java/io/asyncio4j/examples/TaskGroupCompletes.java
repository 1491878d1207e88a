package io.asyncio4j.examples;

import static io.asyncio4j.Asyncio.*;
import static java.time.Duration.ofSeconds;

/** Shows a group in which nothing is ended early: it waits for its tasks, also for one that a task has added. */
final class TaskGroupCompletes {
    private TaskGroupCompletes() {}

    static void main() throws Exception {
        run(() -> {
            taskGroup(group -> {
                group.createTask(() -> {
                    job("first");
                    group.createTask(() -> job("second"));
                });
                IO.println("the body is done");
            });
            IO.println("the group is done");
        });
    }

    static void job(String name) {
        sleep(ofSeconds(1));
        IO.println("the " + name + " task is done");
    }
}
