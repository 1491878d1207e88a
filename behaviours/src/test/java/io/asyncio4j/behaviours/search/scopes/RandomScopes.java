package io.asyncio4j.behaviours.search.scopes;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.firstCompleted;
import static io.asyncio4j.Asyncio.gather;
import static io.asyncio4j.Asyncio.map;
import static io.asyncio4j.Asyncio.mapAsCompleted;
import static io.asyncio4j.Asyncio.race;
import static io.asyncio4j.Asyncio.shielded;
import static io.asyncio4j.Asyncio.sleep;
import static io.asyncio4j.Asyncio.supervisorGroup;
import static io.asyncio4j.Asyncio.taskGroup;
import static io.asyncio4j.Asyncio.timeout;
import static io.asyncio4j.cancellation.CancellationTokens.withToken;

import io.asyncio4j.BaseExceptionGroup;
import io.asyncio4j.CancelScope;
import io.asyncio4j.CancelledError;
import io.asyncio4j.ChildCancelledError;
import io.asyncio4j.Coroutine;
import io.asyncio4j.Task;
import io.asyncio4j.TaskGroup;
import io.asyncio4j.cancellation.CancellationToken;
import io.asyncio4j.cancellation.CancellationTokenSource;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Scopes nested at random, in which things happen at few different times, so that many happen at once. No scope lets a
 * failure out, and nothing swallows a cancellation: whether the task that runs it is cancelled is up to others alone.
 */
final class RandomScopes {
    /** What the failures say that may reach the loop's exception handler: the task was being cancelled. */
    static final String FAILURE = "at random";

    /** The name of the tasks that are to cancel a scope, which may have ended by then. */
    static final String ALARM = "alarm";

    private final RandomGenerator random;
    private final MovingOn movingOn;

    RandomScopes(RandomGenerator random, MovingOn movingOn) {
        this.random = random;
        this.movingOn = movingOn;
    }

    boolean run(int depth) throws InterruptedException {
        try {
            scope(depth);
        } catch (ChildCancelledError | BaseExceptionGroup contained) {
            pause();
        } catch (Exception contained) {
            pause();
        }
        return true;
    }

    private void pause() {
        sleep(time());
    }

    private Duration time() {
        return Duration.ofMillis(random.nextInt(4));
    }

    /** In any order with what else happens then. */
    private void soon(Runnable action) {
        Duration delay = time();
        var _ = createTask(
                () -> {
                    sleep(delay);
                    action.run();
                },
                ALARM);
    }

    private void scope(int depth) throws Exception {
        switch (depth == 0 ? 0 : random.nextInt(15)) {
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
            case 6 -> asCompleted(depth);
            case 7 ->
                movingOn.run(time(), () -> {
                    run(depth - 1);
                });
            case 8 -> cancelledTask(depth);
            case 9, 10 -> shielded(time().plusMillis(1), () -> run(depth - 1));
            case 11 -> underToken(depth);
            case 12 -> underScope(depth);
            case 13 -> timeout(time(), _ -> run(depth - 1));
            case 14 -> gather(1 + random.nextInt(3), children(depth)).await();
            default -> pause();
        }
    }

    private void asCompleted(int depth) throws Exception {
        mapAsCompleted(1 + random.nextInt(3), children(depth), child -> child.await(), results -> {
            for (int ignored : results) {
                pause();
                if (random.nextInt(3) == 0) {
                    break;
                }
            }
        });
    }

    private void underToken(int depth) throws Exception {
        CancellationTokenSource source = new CancellationTokenSource();
        soon(source::cancel);
        try {
            var _ = withToken(source.token(), () -> run(depth - 1));
        } catch (CancelledError error) {
            if (CancellationToken.of(error) != source.token()) {
                throw error;
            }
        }
    }

    private void underScope(int depth) throws InterruptedException {
        CancelScope scope = CancelScope.enter();
        soon(() -> scope.cancel(null, null));
        try {
            run(depth - 1);
        } catch (CancelledError error) {
            if (!scope.exit()) {
                throw error;
            }
        } finally {
            scope.exit();
        }
    }

    /** What is created outside of a group is not left behind either. */
    private void cancelledTask(int depth) throws Exception {
        Task<?> task = createTask(() -> child(depth - 1));
        try {
            pause();
            task.cancelAndWait();
        } catch (CancelledError error) {
            shielded(Duration.ofMinutes(1), () -> {
                task.cancelAndWait();
            });
            throw error;
        }
    }

    private void fill(TaskGroup group, int depth) throws InterruptedException {
        if (random.nextInt(3) == 0) {
            soon(group::cancel);
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
            throw new IOException(FAILURE);
        }
        return depth;
    }
}
