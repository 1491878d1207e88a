package io.asyncio4j.behaviours.search.groups;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.getRunningLoop;

import io.asyncio4j.Asyncio;
import io.asyncio4j.CancelledError;
import io.asyncio4j.Future;
import io.asyncio4j.Task;
import io.asyncio4j.ThrowableGroup;
import io.asyncio4j.VoidBlock;
import io.asyncio4j.VoidCoroutine;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A task group as asyncio's, but for its defect. Runs one block. */
final class TaskGroupTwin implements Group {

    /** What is wrong with the group. */
    enum Defect {
        /** Nothing. */
        NONE,
        /** A second interruption, while the children clean up, ends the wait for them. */
        WAITS_ONCE,
        /** Waits for those children that are there when the body ends, not for those they make. */
        WAITS_FOR_THE_FIRST_ONLY,
        /** Takes its own request back where it has interrupted the body, but not where it has interrupted the wait. */
        FORGETS_TO_UNCANCEL,
        /** A request of others that comes while it shuts down is swallowed, as in CPython before 3.13 (gh-116720). */
        SWALLOWS_THE_CANCELLATION_OF_OTHERS,
        /** What fails while it shuts down is taken for a consequence of that. */
        DROPS_LATE_FAILURES,
        /** A cancellation of the block waits for the children, but does not cancel them. */
        LETS_CHILDREN_RUN
    }

    private final Defect defect;
    private final Set<Task<?>> children = new LinkedHashSet<>();
    private final List<Throwable> errors = new ArrayList<>();
    private @Nullable Future<Object> allDone;
    private @Nullable Task<?> parent;
    private boolean aborting;
    private boolean requested;

    TaskGroupTwin(Defect defect) {
        this.defect = defect;
    }

    @Override
    public void run(VoidBlock<Children> block) throws Exception {
        parent = Asyncio.currentTask();
        try {
            block.run(this::start);
        } catch (Throwable exception) {
            if (!(exception instanceof CancelledError) || defect != Defect.LETS_CHILDREN_RUN || requested) {
                abort();
            }
            exit(exception);
            throw exception;
        }
        exit(null);
    }

    private Task<?> start(VoidCoroutine child) {
        Task<?> task = createTask(child);
        children.add(task);
        task.addDoneCallback(this::childDone);
        return task;
    }

    private void exit(@Nullable Throwable exception) throws Exception {
        CancelledError whileWaiting = awaitChildren();
        CancelledError cancellation = exception instanceof CancelledError error ? error : null;
        if (whileWaiting != null) {
            cancellation = whileWaiting;
        }
        Task<?> around = Objects.requireNonNull(parent);
        boolean takesBack = defect != Defect.FORGETS_TO_UNCANCEL || exception instanceof CancelledError;
        if (requested && takesBack && around.uncancel() == 0) {
            cancellation = null;
        }
        if (cancellation != null && errors.isEmpty()) {
            throw cancellation;
        }
        if (!errors.isEmpty()) {
            throwErrors(around);
        }
    }

    private @Nullable CancelledError awaitChildren() throws Exception {
        CancelledError cancellation = null;
        Set<Task<?>> known = Set.copyOf(children);
        while (defect == Defect.WAITS_FOR_THE_FIRST_ONLY
                ? known.stream().anyMatch(children::contains)
                : !children.isEmpty()) {
            Future<Object> wait = getRunningLoop().createFuture();
            allDone = wait;
            try {
                wait.await();
            } catch (CancelledError error) {
                if (aborting) {
                    if (defect == Defect.WAITS_ONCE) {
                        return error;
                    }
                } else {
                    cancellation = error;
                    if (defect != Defect.LETS_CHILDREN_RUN) {
                        abort();
                    }
                }
            }
            allDone = null;
        }
        return cancellation;
    }

    private void throwErrors(Task<?> around) throws Exception {
        if (around.cancelling() > 0 && defect != Defect.SWALLOWS_THE_CANCELLATION_OF_OTHERS) {
            around.uncancel();
            around.cancel();
        }
        Throwable group = ThrowableGroup.of("unhandled errors", errors);
        if (group instanceof Exception exception) {
            throw exception;
        }
        throw (Error) group;
    }

    private void abort() {
        if (!aborting) {
            aborting = true;
            List.copyOf(children).forEach(Task::cancel);
        }
    }

    private void childDone(Future<?> child) {
        children.remove(child);
        Future<Object> wait = allDone;
        boolean someEnd = defect == Defect.WAITS_FOR_THE_FIRST_ONLY || children.isEmpty();
        if (wait != null && someEnd && !wait.done()) {
            wait.setResult("all done");
        }
        Throwable exception = child.cancelled() ? null : child.exception();
        if (exception == null || (aborting && defect == Defect.DROPS_LATE_FAILURES)) {
            return;
        }
        errors.add(exception);
        if (!aborting && !requested) {
            abort();
            requested = true;
            Objects.requireNonNull(parent).cancel();
        }
    }
}
