package io.asyncio4j.examples;

import static io.asyncio4j.Asyncio.*;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import io.asyncio4j.Asyncio;
import io.asyncio4j.ReturnWhen;
import io.asyncio4j.Task;
import io.asyncio4j.Wait;
import java.util.List;
import java.util.Set;

/** Shows the three ways to wait for several tasks: for the first, for some time, for all. No task is cancelled by it. */
final class WaitUsage {
    private WaitUsage() {}

    static void main() throws Exception {
        run(() -> {
            List<Task<?>> tasks = List.of(
                    createTask(() -> sleep(ofSeconds(1)), "short"),
                    createTask(() -> sleep(ofSeconds(2)), "middle"),
                    createTask(() -> sleep(ofSeconds(3)), "long"));
            print("the first", Asyncio.wait(tasks, ReturnWhen.FIRST_COMPLETED));
            print("some time", Asyncio.wait(tasks, ofMillis(1500)));
            print("all", Asyncio.wait(tasks));
        });
    }

    static void print(String what, Wait<Task<?>> wait) {
        IO.println(what + ": done " + names(wait.done()) + ", pending " + names(wait.pending()));
    }

    static List<String> names(Set<Task<?>> tasks) {
        return tasks.stream().map(Task::getName).toList();
    }
}
