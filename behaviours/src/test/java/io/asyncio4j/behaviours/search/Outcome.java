package io.asyncio4j.behaviours.search;

import static io.asyncio4j.Asyncio.sleep;
import static org.assertj.core.api.Assertions.assertThat;

import io.asyncio4j.Asyncio;
import io.asyncio4j.CancelledError;
import io.asyncio4j.Task;
import io.asyncio4j.VoidCoroutine;
import io.asyncio4j.testkit.TestRun;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a block of a run's main task ends, and what is left behind it of the requests to cancel the task: that is stated as
 * two invariants of the run. The block must be the last thing that the main task does; other tasks are ended after it.
 */
public final class Outcome {

    public static final String COUNT = "cancelling() counts the requests of others, and only these";
    public static final String DELIVERY = "a cancellation is thrown if others have asked for it, and only then";

    private final TestRun run;
    private int requests;
    private int searched;
    private int counted;
    private boolean delivered;
    private boolean over;
    private @Nullable Throwable thrown;

    public Outcome(TestRun run) {
        this.run = run;
        run.invariants().add(COUNT, () -> assertThat(counted).isEqualTo(requestsOfOthers()));
        run.invariants().add(DELIVERY, () -> assertThat(delivered).isEqualTo(isCancelledFromOutside()));
    }

    private int requestsOfOthers() {
        return requests + (over ? searched : requestsOfTheSearch());
    }

    private int requestsOfTheSearch() {
        return run.cancelledBySearch() ? 1 : 0;
    }

    private Task<?> mainTask() {
        return Objects.requireNonNull(run.mainTask());
    }

    /** Cancels the main task. */
    public void cancelFromOutside() {
        if (!over && mainTask().cancel("from outside")) {
            requests++;
        }
    }

    /** Whether others have cancelled the main task so far. */
    public boolean isCancelledFromOutside() {
        return requestsOfOthers() > 0;
    }

    /** Runs the block, and waits once more, for a minute: the wait throws what the block has left to it, now or soon. */
    public void of(VoidCoroutine block) {
        try {
            block.run();
        } catch (Throwable exception) {
            thrown = exception;
        }
        delivered = thrown instanceof CancelledError;
        try {
            sleep(Duration.ofMinutes(1));
        } catch (CancelledError error) {
            delivered = true;
        }
        counted = mainTask().cancelling();
        searched = requestsOfTheSearch();
        over = true;
        takeRequestsBack();
        endTheOthers();
    }

    /** The run is in debug mode, in which a task that goes on after its cancellation has to say that it means to. */
    private static void takeRequestsBack() {
        while (Asyncio.currentTask().cancelling() > 0) {
            Asyncio.currentTask().uncancel();
        }
    }

    /** Cancels all other tasks, and waits for their ends even if the search cancels the caller meanwhile. */
    public static void endTheOthers() {
        Set<Task<?>> others = new LinkedHashSet<>(Asyncio.allTasks());
        others.remove(Asyncio.currentTask());
        others.forEach(task -> task.cancel("the scenario is over"));
        while (!others.stream().allMatch(Task::done)) {
            try {
                var _ = Asyncio.wait(others);
            } catch (CancelledError once) {
                // the search has only one cancellation for each run
                takeRequestsBack();
            }
        }
    }

    /** What came out of the block, or null. */
    public @Nullable Throwable thrown() {
        return thrown;
    }
}
