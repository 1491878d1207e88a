package io.asyncio4j;

import io.asyncio4j.context.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Tasks that end before the block does.
 *
 * <p>{@snippet :
 * taskGroup(tg -> {
 *     Task<String> user = tg.createTask(() -> fetchUser(id));
 *     Task<String> order = tg.createTask(() -> fetchOrder(id));
 * }); // both are done here
 * }
 *
 * <p>The first failure, of a child or of the body, cancels all the others; when everything has ended, the failures come
 * out as one {@link ExceptionGroup} or {@link BaseExceptionGroup}. A child that is cancelled is no failure. A cancellation
 * of the task around the block cancels the children and goes on once they have ended; if there are failures too, these
 * come out, and the cancellation is thrown by the next wait. {@link KeyboardInterrupt} and {@link SystemExit} come out as
 * themselves. Children may create further children while the block waits. Methods belong on the loop's thread. Follows
 * «Task Groups» of asyncio's «Coroutines and Tasks».
 */
public final class TaskGroup extends TaskCreator {
    /**
     * <pre>
     *             with                  end of the body             last child ended
     *   CREATED ────────→ ENTERED ────────────────────→ EXITING ──────────────────────→ FINISHED
     *                        │ failure, cancellation       │ failure, cancellation
     *                        ↓        end of the body      ↓       last child ended
     *                     ABORTING ────────────────────→ ABORTING_EXIT ──────────────────→ ABORTED
     * </pre>
     */
    private enum State {
        CREATED,
        ENTERED,
        ABORTING,
        EXITING,
        ABORTING_EXIT,
        FINISHED,
        ABORTED
    }

    // Loop thread only.
    private State state = State.CREATED;
    private final ChildTasks children = new ChildTasks(this::childDone);
    private final List<Throwable> errors = new ArrayList<>();
    private @Nullable Task<?> parent;
    private @Nullable Throwable baseError;
    private @Nullable Future<@Nullable Void> allDone;
    private boolean parentCancelRequested;
    private @Nullable ShieldedSection within;

    /** A group that has not been entered, for {@link #with}. Most programs call {@link Asyncio#taskGroup}. */
    public TaskGroup() {}

    /**
     * Starts a child.
     *
     * @param <T> the result
     * @param coroutine what it runs
     * @param name its name, or null for a made-up one
     * @param context what it runs in, or null for a copy of the current context
     * @param eagerStart whether its first step runs before this returns
     * @return the task
     * @throws IllegalStateException if the group has not been entered, is finished or is shutting down; the coroutine then
     *     never starts
     */
    @Override
    public <T extends @Nullable Object> Task<T> createTask(
            Coroutine<T> coroutine, @Nullable String name, @Nullable Context context, boolean eagerStart) {
        Objects.requireNonNull(coroutine, "a coroutine is required, not null");
        Task<?> around = parent;
        switch (state) {
            case CREATED -> throw refused("has not been entered: create tasks inside its block");
            case FINISHED, ABORTED -> throw refused("is finished: its block has ended");
            case ABORTING, ABORTING_EXIT -> throw refused("is shutting down: a task failed or the block was cancelled");
            case ENTERED, EXITING -> Objects.requireNonNull(around);
        }
        if (state == State.EXITING && children.isEmpty()) {
            throw refused("is finished: its last task has ended");
        }
        Task<T> task = Objects.requireNonNull(around).getLoop().createTask(coroutine, name, context, eagerStart);
        if (task.done()) {
            childDone(task);
        } else {
            children.add(task);
        }
        return task;
    }

    private IllegalStateException refused(String why) {
        return new IllegalStateException("TaskGroup " + this + " " + why);
    }

    /**
     * Runs the block and waits for all children.
     *
     * <p><em>Cancellation:</em> cancels the children, waits for them, and goes on; a failure that came first or comes
     * meanwhile is not lost.
     *
     * @param <T> the block's result
     * @param block the block
     * @return its result
     * @throws ExceptionGroup the failures, if all are exceptions
     * @throws BaseExceptionGroup the failures, if an {@link Error} is among them
     * @throws IllegalStateException if this group has been entered already, or the caller is no task
     * @throws Exception never anything else
     */
    public <T extends @Nullable Object> T with(Block<TaskGroup, T> block) throws Exception {
        Objects.requireNonNull(block, "the block");
        enter();
        T result;
        try {
            result = block.call(this);
        } catch (CoroutineExit closed) {
            // the loop is gone, and with it whatever could be waited for
            throw closed;
        } catch (Throwable exception) {
            exit(exception);
            throw exception;
        }
        exit(null);
        return result;
    }

    /**
     * Runs a block that returns nothing and waits for all children, see {@link #with(Block)}.
     *
     * @param block the block
     * @throws ExceptionGroup the failures, if all are exceptions
     * @throws BaseExceptionGroup the failures, if an {@link Error} is among them
     * @throws Exception never anything else
     */
    public void with(VoidBlock<TaskGroup> block) throws Exception {
        Objects.requireNonNull(block, "the block");
        with(new Block<TaskGroup, @Nullable Void>() {
            @Override
            public @Nullable Void call(TaskGroup group) throws Exception {
                block.run(group);
                return null;
            }
        });
    }

    private void enter() {
        if (state != State.CREATED) {
            throw new IllegalStateException("TaskGroup " + this + " has already been entered: make a new one");
        }
        Task<?> current = RunningLoop.currentTask("TaskGroup");
        parent = current;
        within = ShieldedSection.innermostOf(current);
        state = State.ENTERED;
    }

    /** Ends the group after its body, which ended with the exception or null; throws what comes out of the group. */
    private void exit(@Nullable Throwable exception) throws Exception {
        if (exception != null) {
            noteBaseError(exception);
            abort();
        }
        state = isAborting() ? State.ABORTING_EXIT : State.EXITING;
        CancelledError cancellation = exception instanceof CancelledError error ? error : null;
        CancelledError whileWaiting = awaitChildren();
        if (whileWaiting != null) {
            cancellation = whileWaiting;
        }
        state = isAborting() ? State.ABORTED : State.FINISHED;
        if (baseError != null) {
            throw (Error) baseError;
        }
        Task<?> around = Objects.requireNonNull(parent);
        if (parentCancelRequested && around.takeBack() == 0) {
            // nobody but this group has cancelled the parent
            cancellation = null;
        }
        if (cancellation != null && errors.isEmpty()) {
            throw cancellation;
        }
        if (exception != null && !(exception instanceof CancelledError)) {
            errors.add(exception);
        }
        if (!errors.isEmpty()) {
            throwErrors(around);
        }
    }

    private @Nullable CancelledError awaitChildren() {
        CancelledError cancellation = null;
        // more than once: the wait may be cancelled repeatedly, and children may have made children
        while (!children.isEmpty()) {
            Future<@Nullable Void> wait =
                    Objects.requireNonNull(parent).getLoop().createFuture();
            allDone = wait;
            try {
                wait.await();
            } catch (CancelledError error) {
                if (!isAborting()) {
                    cancellation = error;
                    abort();
                }
            } catch (Exception impossible) {
                throw new AssertionError("the future of a task group failed", impossible);
            }
            allDone = null;
        }
        return cancellation;
    }

    private void throwErrors(Task<?> around) throws Exception {
        if (around.cancelling() > 0) {
            // cancelled from outside as well: to be thrown by the next wait, with the count as it is
            around.cancelAgain();
        }
        Throwable group = ThrowableGroup.of("unhandled errors in a TaskGroup", errors);
        errors.clear();
        if (group instanceof Exception exception) {
            throw exception;
        }
        throw (Error) group;
    }

    private boolean isAborting() {
        return state == State.ABORTING || state == State.ABORTING_EXIT || state == State.ABORTED;
    }

    private void abort() {
        if (isAborting()) {
            return;
        }
        state = state == State.ENTERED ? State.ABORTING : State.ABORTING_EXIT;
        children.cancelAll();
    }

    private void childDone(Future<?> child) {
        Future<@Nullable Void> wait = allDone;
        if (wait != null && children.isEmpty() && !wait.done()) {
            wait.setResult(null);
        }
        Throwable exception = child.cancelled() ? null : child.exception();
        if (exception == null) {
            return;
        }
        errors.add(exception);
        noteBaseError(exception);
        if (!isAborting() && !parentCancelRequested) {
            // The body must not go on as if nothing had happened:
            //
            //     taskGroup(tg -> {
            //         tg.createTask(() -> failsSoon());
            //         something.await();     // ← is to be cancelled by the group
            //     });                        // ← and the request taken back here
            abort();
            parentCancelRequested = true;
            Objects.requireNonNull(parent).cancelFrom(within);
        }
    }

    private void noteBaseError(Throwable exception) {
        if (baseError == null && Failure.leavesTheLoop(exception)) {
            baseError = exception;
        }
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("<TaskGroup");
        if (!children.isEmpty()) {
            text.append(" tasks=").append(children.size());
        }
        if (!errors.isEmpty()) {
            text.append(" errors=").append(errors.size());
        }
        if (isAborting()) {
            text.append(" cancelling");
        } else if (state != State.CREATED) {
            text.append(" entered");
        }
        return text.append('>').toString();
    }
}
