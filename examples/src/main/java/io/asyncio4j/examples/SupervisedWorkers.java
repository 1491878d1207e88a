package io.asyncio4j.examples;

import static io.asyncio4j.Asyncio.*;
import static java.time.Duration.ofSeconds;

import io.asyncio4j.ExceptionGroup;
import java.io.IOException;
import java.time.Duration;

/** Shows a group in which a task that fails does not hurt the others: at the end, or as they fail, one hears of it. */
final class SupervisedWorkers {
    private SupervisedWorkers() {}

    static void main() throws Exception {
        run(() -> {
            try {
                supervisorGroup(group -> {
                    group.createTask(() -> work("pump", ofSeconds(1), false));
                    group.createTask(() -> work("fan", ofSeconds(2), true));
                });
            } catch (ExceptionGroup failures) {
                IO.println("at the end: " + failures.exceptions().getFirst().getMessage());
            }
            supervisorGroup((task, exception) -> IO.println("at once: " + exception.getMessage()), group -> {
                group.createTask(() -> work("pump", ofSeconds(1), false));
                group.createTask(() -> work("fan", ofSeconds(2), true));
            });
        });
    }

    static void work(String machine, Duration time, boolean works) throws IOException {
        sleep(time);
        if (!works) {
            throw new IOException(machine + " is broken");
        }
        IO.println(machine + " has run");
    }
}
