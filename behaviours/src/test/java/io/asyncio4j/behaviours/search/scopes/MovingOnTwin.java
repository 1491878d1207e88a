package io.asyncio4j.behaviours.search.scopes;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.currentTask;
import static io.asyncio4j.Asyncio.sleep;

import io.asyncio4j.CancelScope;
import io.asyncio4j.CancelledError;
import io.asyncio4j.Task;
import io.asyncio4j.VoidCoroutine;
import java.time.Duration;
import java.util.Objects;

/** Moving on after a time, made of a scope and a task that waits for the time, but for its defect. */
record MovingOnTwin(Defect defect) implements MovingOn {

    /** What is wrong with moving on. */
    enum Defect {
        /** Nothing. */
        NONE,
        /** When its time is over, it takes the cancellation for its own without looking at the count. */
        MISTAKES_OTHERS_FOR_ITSELF,
        /** Takes its request back where it was thrown, but not where the body has ended without noticing. */
        FORGETS_TO_UNCANCEL,
        /** Its request is as everybody's, so that a section around it keeps it; and it takes back what such a section keeps. */
        IS_EVERYBODY,
        /** Tells whether the time is over. */
        LOOKS_AT_THE_TIME,
        /** Runs the body in a task, and does not wait for its end. */
        LEAVES_THE_BODY
    }

    @Override
    public boolean run(Duration time, VoidCoroutine body) throws Exception {
        return switch (defect) {
            case LEAVES_THE_BODY -> leaving(time, body);
            case IS_EVERYBODY -> asEverybody(time, body);
            default -> scoped(time, body);
        };
    }

    private boolean scoped(Duration time, VoidCoroutine body) throws Exception {
        CancelScope scope = CancelScope.enter();
        boolean[] over = {false};
        Task<?> alarm = alarm(time, () -> {
            over[0] = true;
            scope.cancel(null, null);
        });
        try {
            body.run();
        } catch (CancelledError error) {
            boolean ours = scope.exit();
            if (ours || (over[0] && defect == Defect.MISTAKES_OTHERS_FOR_ITSELF)) {
                return false;
            }
            throw error;
        } catch (Throwable exception) {
            scope.exit();
            throw exception;
        } finally {
            alarm.cancel();
        }
        if (defect != Defect.FORGETS_TO_UNCANCEL) {
            scope.exit();
        }
        return !over[0] || defect != Defect.LOOKS_AT_THE_TIME;
    }

    private static boolean asEverybody(Duration time, VoidCoroutine body) throws Exception {
        Task<?> task = Objects.requireNonNull(currentTask());
        int before = task.cancelling();
        boolean[] over = {false};
        Task<?> alarm = alarm(time, () -> over[0] = task.cancel());
        try {
            body.run();
        } catch (Throwable exception) {
            boolean ours = over[0] && task.uncancel() <= before;
            if (ours && exception instanceof CancelledError) {
                return false;
            }
            throw exception;
        } finally {
            alarm.cancel();
        }
        if (over[0]) {
            task.uncancel();
        }
        return true;
    }

    private static boolean leaving(Duration time, VoidCoroutine body) {
        Task<?> task = createTask(body);
        Task<?> alarm = alarm(time, () -> {
            var _ = task.cancel();
        });
        try {
            sleep(time);
            return task.done() && !task.cancelled();
        } finally {
            alarm.cancel();
            task.cancel();
        }
    }

    private static Task<?> alarm(Duration time, Runnable action) {
        return createTask(
                () -> {
                    sleep(time);
                    action.run();
                },
                RandomScopes.ALARM);
    }
}
