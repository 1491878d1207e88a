package io.asyncio4j.examples;

import static io.asyncio4j.Asyncio.*;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import io.asyncio4j.Asyncio;
import io.asyncio4j.Task;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Shows tasks that run in the background, kept in a set until they end. The loop does not lose tasks; the set is there to
 * wait for them, or to cancel them.
 */
final class BackgroundTasks {
    private BackgroundTasks() {}

    static void main() throws Exception {
        run(() -> {
            Set<Task<?>> background = new LinkedHashSet<>();
            for (int i = 1; i <= 3; i++) {
                int number = i;
                Task<?> task = createTask(() -> work(number));
                background.add(task);
                task.addDoneCallback(background::remove);
            }
            sleep(ofMillis(1500));
            IO.println(background.size() + " in the background");
            Asyncio.wait(background);
            IO.println(background.size() + " in the background");
        });
    }

    static void work(int number) {
        sleep(ofSeconds(number));
        IO.println("task " + number + " is done");
    }
}
