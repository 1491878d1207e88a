package io.asyncio4j.behaviours.groups;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.run;
import static io.asyncio4j.Asyncio.sleep;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.asyncio4j.CancelledError;
import io.asyncio4j.Task;
import io.asyncio4j.TaskGroup;
import io.asyncio4j.testkit.VirtualTime;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code toString} of a group in every state, after asyncio's {@code repr}. */
@VirtualTime(detectDeadlock = true)
class TaskGroupRepresentationTest {
    private final TaskGroup group = new TaskGroup();
    private final List<String> shown = new ArrayList<>();

    private void show() {
        shown.add(group.toString());
    }

    @Test
    void created() {
        assertThat(group).hasToString("<TaskGroup>");
    }

    @Test
    void enteredWithoutTasks() throws Exception {
        run(() -> group.with(scope -> {
            show();
        }));
        assertThat(shown).containsExactly("<TaskGroup entered>");
    }

    @Test
    void enteredWithTasks() throws Exception {
        run(() -> group.with(scope -> {
            scope.createTask(() -> 1);
            scope.createTask(() -> 2);
            show();
        }));
        assertThat(shown).containsExactly("<TaskGroup tasks=2 entered>");
    }

    @Test
    void exiting() throws Exception {
        run(() -> group.with(scope -> {
            scope.createTask(() -> {
                sleep(ofSeconds(1));
                show();
            });
        }));
        assertThat(shown).containsExactly("<TaskGroup tasks=1 entered>");
    }

    @Test
    void abortingAfterAFailure() throws Exception {
        run(() -> catchThrowable(() -> group.with(scope -> {
            scope.createTask(() -> {
                throw new IOException("disk");
            });
            scope.createTask(() -> {
                try {
                    sleep(ofDays(1));
                } finally {
                    show();
                }
            });
            sleep(ofDays(1));
        })));
        assertThat(shown).containsExactly("<TaskGroup tasks=1 errors=1 cancelling>");
    }

    @Test
    void abortingAfterACancellation() throws Exception {
        run(() -> {
            Task<?> task = createTask(() -> group.with(scope -> {
                scope.createTask(() -> {
                    try {
                        sleep(ofDays(1));
                    } catch (CancelledError error) {
                        show();
                    }
                });
            }));
            sleep(ZERO);
            sleep(ZERO);
            task.cancel();
            sleep(ofSeconds(1));
        });
        assertThat(shown).containsExactly("<TaskGroup tasks=1 cancelling>");
    }

    @Test
    void finished() throws Exception {
        run(() -> group.with(scope -> {
            scope.createTask(() -> 1);
        }));
        assertThat(group).hasToString("<TaskGroup entered>");
    }

    @Test
    void finishedAfterAFailure() throws Exception {
        run(() -> catchThrowable(() -> group.with(scope -> {
            throw new IOException("disk");
        })));
        assertThat(group).hasToString("<TaskGroup cancelling>");
    }
}
