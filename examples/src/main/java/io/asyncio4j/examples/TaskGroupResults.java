package io.asyncio4j.examples;

import static io.asyncio4j.Asyncio.*;
import static java.time.Duration.ofSeconds;

import io.asyncio4j.Task;
import java.util.List;

/** Shows how to get at the results of a group's tasks: after the group they are all there. */
final class TaskGroupResults {
    private TaskGroupResults() {}

    static void main() throws Exception {
        run(() -> {
            List<Task<String>> tasks = taskGroup(group -> List.of(
                    group.createTask(() -> sleep(ofSeconds(1), "one")),
                    group.createTask(() -> sleep(ofSeconds(2), "two"))));
            IO.println("Both tasks have completed now: " + tasks.getFirst().result() + ", "
                    + tasks.getLast().result());
        });
    }
}
