package io.asyncio4j.examples;

import static io.asyncio4j.Asyncio.*;
import static java.time.Duration.ofSeconds;

import io.asyncio4j.Task;
import java.util.List;

/** Shows several tasks of a group cancelled together; a cancelled child is no failure, so the group ends quietly. */
final class CancelGroup {
    private CancelGroup() {}

    static void main() throws Exception {
        run(() -> {
            List<Task<?>> tasks = taskGroup(group -> {
                List<Task<?>> workers = List.of(
                        group.createTask(() -> work(1), "worker 1"),
                        group.createTask(() -> work(3), "worker 2"),
                        group.createTask(() -> work(5), "worker 3"));
                sleep(ofSeconds(2));
                IO.println("Cancelling the group");
                workers.forEach(Task::cancel);
                return workers;
            });
            for (Task<?> task : tasks) {
                IO.println(task.getName() + (task.cancelled() ? " was cancelled" : " finished"));
            }
        });
    }

    static void work(int seconds) {
        sleep(ofSeconds(seconds));
        IO.println("Worked for " + seconds + " s");
    }
}
