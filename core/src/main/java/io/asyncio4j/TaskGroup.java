package io.asyncio4j;

import io.asyncio4j.context.Context;
import java.util.Objects;
import java.util.function.BiConsumer;
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
 * themselves. Children may create further children while the block waits. {@link #cancel()} leaves the group early, on
 * purpose. Methods belong on the loop's thread. Follows «Task Groups» of asyncio's «Coroutines and Tasks».
 *
 * <p>In a {@linkplain #supervising() supervising} group a child that fails cancels nobody. As a nursery of Trio's whose
 * children catch what they throw, or a supervisor scope of Kotlin's.
 */
public final class TaskGroup extends TaskCreator {
    /**
     * <pre>
     *             with                  end of the body             last child ended
     *   CREATED ────────→ ENTERED ────────────────────→ EXITING ──────────────────────→ FINISHED
     *      │ cancel          │ failure, cancellation       │ failure, cancellation
     *      ↓      with       ↓        end of the body      ↓       last child ended
     *   CALLED_OFF ──────→ ABORTING ───────────────────→ ABORTING_EXIT ──────────────────→ ABORTED
     * </pre>
     */
    private enum State {
        CREATED,
        CALLED_OFF,
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
    private final GroupFailures failures;
    private @Nullable Task<?> parent;
    private @Nullable Future<@Nullable Void> allDone;

    // Loop thread only: the request by which this group cancels the task around it, from where it is made, and how many
    // that task had been thrown before. Left on purpose, or supervising, the group compares with these; else with none,
    // as
    // asyncio does.
    private @Nullable CancelRequest ownRequest;
    private @Nullable ShieldedSection within;
    private int cancellingBefore;
    private boolean leftOnPurpose;

    /** A group that has not been entered, for {@link #with}. Most programs call {@link Asyncio#taskGroup}. */
    public TaskGroup() {
        this(GroupFailures.ofAnyEndingTheGroup());
    }

    private TaskGroup(GroupFailures failures) {
        this.failures = failures;
    }

    /**
     * A group that has not been entered, in which a child that fails cancels neither the other children nor the body. The
     * failures come out as one group when everything has ended; see {@link Asyncio#supervisorGroup(Block)}. In all else it
     * is as others: a failure of the body cancels the children, and so does a cancellation of the task around the block,
     * and {@link KeyboardInterrupt} and {@link SystemExit} end it at once.
     *
     * @return a group for {@link #with}
     */
    public static TaskGroup supervising() {
        return new TaskGroup(GroupFailures.collected());
    }

    /**
     * A {@linkplain #supervising() supervising} group whose failed children are told to a handler as they fail; these
     * failures do not come out. The handler runs on the loop's thread, in the context of the task around the block, and
     * must not wait. It may create tasks in the group, to begin again what has failed, or {@link #cancel()} the group.
     *
     * @param handler given the failed task and its exception; what it throws is a failure of the group, which ends as by
     *     a failure of its body, with the child's exception suppressed in what was thrown
     * @return a group for {@link #with}
     */
    public static TaskGroup supervising(BiConsumer<? super Task<?>, ? super Throwable> handler) {
        return new TaskGroup(
                GroupFailures.toldTo(Objects.requireNonNull(handler, "the handler of a supervising group")));
    }

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
        return create(TaskBody.of(coroutine), name, context, eagerStart);
    }

    @Override
    <T extends @Nullable Object> Task<T> create(
            Object body, @Nullable String name, @Nullable Context context, boolean eagerStart) {
        Task<?> around = parent;
        switch (state) {
            case CREATED, CALLED_OFF -> throw refused("has not been entered: create tasks inside its block");
            case FINISHED, ABORTED -> throw refused("is finished: its block has ended");
            case ABORTING, ABORTING_EXIT -> throw refused("is shutting down: a task failed or the block was cancelled");
            case ENTERED, EXITING -> Objects.requireNonNull(around);
        }
        if (state == State.EXITING && children.isEmpty() && (allDone == null || allDone.done())) {
            throw refused("is finished: its last task has ended");
        }
        Task<T> task = Objects.requireNonNull(around).getLoop().create(body, name, context, eagerStart);
        if (task.done()) {
            childDone(task);
        } else {
            children.add(task);
        }
        return task;
    }

    /**
     * Leaves the group early, on purpose: cancels the children and the body. When they have ended, so does the block, as
     * if all had been done: no {@link CancelledError} comes out, and a body with a result that was cut short returns null.
     *
     * <p>Called before the block is entered, cancels the body's first wait; called again, or when the group ends already
     * or has ended, does nothing. Failures that came before or come meanwhile come out as ever. If somebody else has
     * cancelled the task around the block too, that cancellation goes on. May be called from the body, from a child, from
     * a callback or from another task of the loop. Follows {@code TaskGroup.cancel} of CPython 3.15.
     */
    public void cancel() {
        cancel(null);
    }

    /**
     * Leaves the group early, see {@link #cancel()}.
     *
     * @param msg the message of the errors that children and body get, or null
     */
    public void cancel(@Nullable String msg) {
        if (state == State.CREATED) {
            EventLoop here = RunningLoop.find();
            ownRequest = here != null ? CancelRequest.of(here, msg) : CancelRequest.byNobody(msg, null);
            leftOnPurpose = true;
            state = State.CALLED_OFF;
            return;
        }
        Task<?> around = parent;
        if (around == null) {
            return;
        }
        EventLoop loop = around.getLoop();
        loop.scheduler.stack.require();
        loop.checkThread();
        boolean bodyGoesOn = state == State.ENTERED;
        cancelChildren(msg);
        if (bodyGoesOn) {
            cancelParent(around, CancelRequest.of(loop, msg));
        }
    }

    /** Leaves the group where the body has ended, or is about to. */
    void cancelChildren(@Nullable String msg) {
        if (state == State.ENTERED || state == State.EXITING) {
            leftOnPurpose = true;
            abort(msg);
        }
    }

    private void cancelParent(Task<?> around, CancelRequest request) {
        CancelRequest own = request.madeWithin(within);
        ownRequest = own;
        around.cancel(own);
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
     * @return its result; null if {@link #cancel()} has cut the block short
     * @throws ExceptionGroup the failures, if all are exceptions
     * @throws BaseExceptionGroup the failures, if an {@link Error} is among them
     * @throws IllegalStateException if this group has been entered already, or the caller is no task
     * @throws Exception never anything else
     */
    @SuppressWarnings("NullAway") // who may be cut short has to reckon with null
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
            return null;
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
        if (state != State.CREATED && state != State.CALLED_OFF) {
            throw new IllegalStateException("TaskGroup " + this + " has already been entered: make a new one");
        }
        Task<?> around = RunningLoop.currentTask("TaskGroup");
        parent = around;
        within = ShieldedSection.innermostOf(around);
        // a request that is still to be thrown will be thrown in here, as one that comes later
        cancellingBefore = around.cancelling() - (around.isCancelPending() ? 1 : 0);
        CancelRequest request = ownRequest;
        if (request == null) {
            state = State.ENTERED;
        } else {
            state = State.ABORTING;
            cancelParent(around, request);
        }
    }

    /**
     * Ends the group after its body, which ended with the exception or null; throws what comes out of the group. That is
     * nothing after the group's own cancellation.
     */
    private void exit(@Nullable Throwable exception) throws Exception {
        if (exception != null) {
            failures.note(exception);
            abort(null);
        }
        state = isAborting() ? State.ABORTING_EXIT : State.EXITING;
        CancelledError cancellation = awaitChildren(exception instanceof CancelledError error ? error : null);
        state = isAborting() ? State.ABORTED : State.FINISHED;
        failures.throwWhatLeavesTheLoop();
        Task<?> around = Objects.requireNonNull(parent);
        if (ownRequest != null) {
            cancellation = takeBackOwn(around, cancellation);
        }
        if (exception != null && !(exception instanceof CancelledError)) {
            failures.add(exception);
        }
        if (!failures.isEmpty()) {
            throwFailures(around);
        }
        if (cancellation != null) {
            throw cancellation;
        }
    }

    /** Takes the group's own request back; returns what is to be thrown if somebody else has cancelled the parent too. */
    private @Nullable CancelledError takeBackOwn(Task<?> around, @Nullable CancelledError cancellation) {
        if (around.takeBack() <= cancellingBefore) {
            around.dropPendingCancel();
            return null;
        }
        // where ours took the place of the other request, its count is all that is left of it
        return isOwn(cancellation) ? new CancelledError() : cancellation;
    }

    private boolean isOwn(@Nullable CancelledError error) {
        return error != null && ownRequest != null && error.request() == ownRequest;
    }

    /** Returns which cancellation is to go on: the first that was not this group's own. */
    private @Nullable CancelledError awaitChildren(@Nullable CancelledError ofTheBody) {
        CancelledError cancellation = ofTheBody;
        // more than once: the wait may be cancelled repeatedly, and children may have made children
        while (!children.isEmpty()) {
            Future<@Nullable Void> wait =
                    Objects.requireNonNull(parent).getLoop().createFuture();
            allDone = wait;
            try {
                wait.await();
            } catch (CancelledError error) {
                if (cancellation == null || isOwn(cancellation)) {
                    cancellation = error;
                }
                abort(null);
            } catch (Exception impossible) {
                throw new AssertionError("the future of a task group failed", impossible);
            }
            allDone = null;
        }
        return cancellation;
    }

    private void throwFailures(Task<?> around) throws Exception {
        if (around.cancelling() > (leftOnPurpose || failures.areSupervised() ? cancellingBefore : 0)) {
            // cancelled from outside as well: to be thrown by the next wait, with the count as it is
            around.cancelAgain();
        }
        failures.throwAll();
    }

    /** Whether it takes no more children because it failed, was cancelled or was left. */
    boolean isAborting() {
        return state == State.ABORTING || state == State.ABORTING_EXIT || state == State.ABORTED;
    }

    private void abort(@Nullable String msg) {
        if (isAborting()) {
            return;
        }
        state = state == State.ENTERED ? State.ABORTING : State.ABORTING_EXIT;
        children.cancelAll(msg);
    }

    private void childDone(Future<?> child) {
        Task<?> around = Objects.requireNonNull(parent);
        Throwable exception = child.cancelled() ? null : child.exception();
        if (exception != null) {
            // before the group can end: a supervisor may begin the child again
            exception = failures.supervise((Task<?>) child, exception, around.getContext());
        }
        Future<@Nullable Void> wait = allDone;
        if (wait != null && children.isEmpty() && !wait.done()) {
            wait.setResult(null);
        }
        if (exception == null) {
            return;
        }
        failures.add(exception);
        failures.note(exception);
        if (!isAborting()) {
            // The body must not go on as if nothing had happened:
            //
            //     taskGroup(tg -> {
            //         tg.createTask(() -> failsSoon());
            //         something.await();     // ← is to be cancelled by the group
            //     });                        // ← and the request taken back here
            abort(null);
            cancelParent(around, CancelRequest.of(around.getLoop(), null));
        }
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("<TaskGroup");
        if (!children.isEmpty()) {
            text.append(" tasks=").append(children.size());
        }
        if (!failures.isEmpty()) {
            text.append(" errors=").append(failures.size());
        }
        if (isAborting() || state == State.CALLED_OFF) {
            text.append(" cancelling");
        } else if (state != State.CREATED) {
            text.append(" entered");
        }
        return text.append('>').toString();
    }
}
