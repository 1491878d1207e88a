package io.asyncio4j.behaviours.search.workers;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.sleep;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofHours;
import static org.assertj.core.api.Assertions.assertThat;

import io.asyncio4j.Asyncio;
import io.asyncio4j.Task;
import io.asyncio4j.VoidCoroutine;
import io.asyncio4j.testkit.TestRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The tasks of a scenario, and three invariants that hold of any primitive. The main task is not
 * one of them: it starts them and looks on, so that one of them can be cancelled and what becomes of the others be seen.
 */
public final class Workers {
    /** The name of each, for searches that cancel one of them. */
    public static final String NAME = "worker";

    /** Time is virtual: who has not ended after an hour waits for what never comes. */
    public static final String NOBODY_WAITS_IN_VAIN = "nobody waits in vain";

    public static final String NOBODY_FAILS = "nobody fails";

    public static final String CANCELLED_ALONE = "who is cancelled ends cancelled, and nobody else does";

    private final List<Task<?>> tasks = new ArrayList<>();
    private final List<Task<?>> cancelled = new ArrayList<>();
    private final List<Task<?>> asked = new ArrayList<>();
    private final List<Throwable> failures = new ArrayList<>();
    private Set<? extends Task<?>> waiting = Set.of();

    /** No workers yet; states the invariants. */
    public Workers(TestRun run) {
        run.invariants().add(NOBODY_WAITS_IN_VAIN, () -> assertThat(waiting).isEmpty());
        run.invariants().add(NOBODY_FAILS, () -> assertThat(failures).isEmpty());
        run.invariants().add(CANCELLED_ALONE, () -> assertThat(cancelled).isEqualTo(asked));
    }

    /** Starts one. */
    public Task<?> start(VoidCoroutine work) {
        return start(NAME, work);
    }

    /** Starts one that is not to be cancelled, because the others could not go on without it. */
    public void startIndispensable(VoidCoroutine work) {
        start("indispensable", work);
    }

    private Task<?> start(String name, VoidCoroutine work) {
        Task<?> task = createTask(work, name);
        tasks.add(task);
        return task;
    }

    /** Waits until all have ended, or none will, and looks how. */
    public void awaitAll() {
        waiting = Asyncio.wait(tasks, ofHours(1)).pending();
        for (Task<?> task : tasks) {
            if (task.cancelling() > 0) {
                asked.add(task);
            }
            if (!task.done()) {
                continue;
            }
            if (task.cancelled()) {
                cancelled.add(task);
            } else if (task.exception() instanceof Throwable failure) {
                failures.add(failure);
            }
        }
    }

    /** Lets others run, so many times. */
    public static void pause(int steps) {
        for (int i = 0; i < steps; i++) {
            sleep(ZERO);
        }
    }
}
