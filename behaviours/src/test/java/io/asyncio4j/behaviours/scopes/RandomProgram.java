package io.asyncio4j.behaviours.scopes;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.firstCompleted;
import static io.asyncio4j.Asyncio.getRunningLoop;
import static io.asyncio4j.Asyncio.map;
import static io.asyncio4j.Asyncio.mapAsCompleted;
import static io.asyncio4j.Asyncio.moveOnAfter;
import static io.asyncio4j.Asyncio.race;
import static io.asyncio4j.Asyncio.sleep;
import static io.asyncio4j.Asyncio.supervisorGroup;
import static io.asyncio4j.Asyncio.taskGroup;

import io.asyncio4j.BaseExceptionGroup;
import io.asyncio4j.CancelledError;
import io.asyncio4j.ChildCancelledError;
import io.asyncio4j.Coroutine;
import io.asyncio4j.Task;
import io.asyncio4j.TaskGroup;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Scopes nested at random, in which things happen at few different times, so that many happen at once. No scope lets a
 * failure out, and nothing swallows a cancellation: whether the task that runs it is cancelled is up to others alone.
 */
final class RandomProgram {
    private final RandomGenerator random;

    RandomProgram(RandomGenerator random) {
        this.random = random;
    }

    void run(int depth) throws InterruptedException {
        try {
            scope(depth);
        } catch (ChildCancelledError | BaseExceptionGroup contained) {
            pause();
        } catch (Exception contained) {
            pause();
        }
    }

    private void pause() {
        sleep(time());
    }

    private Duration time() {
        return Duration.ofMillis(random.nextInt(4));
    }

    private void scope(int depth) throws Exception {
        switch (depth == 0 ? 0 : random.nextInt(9)) {
            case 1 ->
                taskGroup(group -> {
                    fill(group, depth);
                });
            case 2 ->
                supervisorGroup(group -> {
                    fill(group, depth);
                });
            case 3 -> race(children(depth));
            case 4 -> firstCompleted(children(depth));
            case 5 -> map(1 + random.nextInt(3), children(depth), child -> child.await());
            case 6 ->
                mapAsCompleted(1 + random.nextInt(3), children(depth), child -> child.await(), results -> {
                    for (int ignored : results) {
                        pause();
                        if (random.nextInt(3) == 0) {
                            break;
                        }
                    }
                });
            case 7 ->
                moveOnAfter(time(), limit -> {
                    run(depth - 1);
                });
            case 8 -> {
                Task<?> task = createTask(() -> child(depth - 1));
                pauseOr(task);
                task.cancelAndWait();
            }
            default -> pause();
        }
    }

    /** What is created outside of a group is not left behind either. */
    private void pauseOr(Task<?> task) {
        try {
            pause();
        } catch (CancelledError error) {
            task.cancel();
            throw error;
        }
    }

    private void fill(TaskGroup group, int depth) throws InterruptedException {
        if (random.nextInt(3) == 0) {
            getRunningLoop().callLater(time(), group::cancel);
        }
        if (random.nextInt(6) == 0) {
            group.cancel();
            run(depth - 1);
            return;
        }
        for (Coroutine<Integer> child : children(depth)) {
            group.createTask(child);
        }
        run(depth - 1);
    }

    private List<Coroutine<Integer>> children(int depth) {
        List<Coroutine<Integer>> children = new ArrayList<>();
        for (int count = 1 + random.nextInt(3); count > 0; count--) {
            children.add(() -> child(depth - 1));
        }
        return children;
    }

    private int child(int depth) throws Exception {
        try {
            run(depth);
        } finally {
            if (random.nextInt(3) == 0) {
                pause();
            }
        }
        if (random.nextInt(4) == 0) {
            throw new IOException("at random");
        }
        return depth;
    }
}
