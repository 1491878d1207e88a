package io.asyncio4j.examples;

import static io.asyncio4j.Asyncio.*;
import static java.time.Duration.ofSeconds;

import io.asyncio4j.TaskGroup;
import java.time.Duration;

/** Shows a group that is left on purpose: what was looked for has been found, and the rest is cancelled. */
final class GroupLeft {
    private GroupLeft() {}

    static void main() throws Exception {
        run(() -> {
            taskGroup(group -> {
                group.createTask(() -> search(group, "attic", ofSeconds(3), false));
                group.createTask(() -> search(group, "kitchen", ofSeconds(1), false));
                group.createTask(() -> search(group, "cellar", ofSeconds(2), true));
            });
            IO.println("Nobody searches any more");
        });
    }

    static void search(TaskGroup group, String place, Duration time, boolean there) {
        try {
            sleep(time);
            IO.println(place + ": " + (there ? "found" : "not here"));
            if (there) {
                group.cancel();
            }
        } finally {
            IO.println(place + ": light off");
        }
    }
}
