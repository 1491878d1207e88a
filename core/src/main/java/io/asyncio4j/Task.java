package io.asyncio4j;

import io.asyncio4j.context.Context;
import io.asyncio4j.fibers.Fiber;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A coroutine on the loop: a future whose outcome is the coroutine's.
 *
 * <p>Made by {@link Asyncio#createTask}, {@link TaskGroup#createTask} and their kin. The coroutine runs on a virtual
 * thread that is its own from its first step to its last, but only while no other task of the loop does. The loop keeps
 * its tasks: one that nobody else refers to goes on all the same.
 *
 * <p>{@link #cancel} is a request: it makes the place where the task waits throw {@link CancelledError}; the task may
 * clean up, waiting while it does, and ends as cancelled when the error leaves its coroutine. How often that was asked
 * for, less {@link #uncancel}, is {@link #cancelling()}; timeouts and groups tell their own requests from others' by it.
 * An interrupt of a running task's thread counts as a request at the task's next wait.
 *
 * <p>Meant for subclasses through a {@link TaskFactory} only. Not thread-safe: all methods belong on the loop's thread.
 * Follows «Task Object» of asyncio's «Coroutines and Tasks».
 *
 * @param <T> the coroutine's result
 */
public non-sealed class Task<T extends @Nullable Object> extends TaskEnding<T> implements ReadyEntry {
    // Loop thread only, the task's motion. Invariant: exactly one of these holds while the task is not done.
    //   new        fiber == null                    it stands in the ready queue
    //   waiting    waitingFor is not done           it is among the callbacks of waitingFor
    //   ready      waitingFor is null or done       it stands in the ready queue
    //   running    scheduler.currentTask == this    (or has called an eager task that is running)
    private @Nullable Fiber fiber;
    private @Nullable Future<?> waitingFor;

    // Loop thread only. The fiber that waits for the first step of this eager task to end.
    private @Nullable Fiber creator;

    // Loop thread only, cancellation. A request is pending in mustCancel until it is thrown, or has cancelled
    // waitingFor; in the latter case cancelDelivered tells at the wake-up that the cancellation is this task's own.
    private int cancelRequests;
    private @Nullable CancelRequest mustCancel;
    private @Nullable CancelRequest cancelDelivered;

    // Loop thread only, the list of all tasks of the loop: see TaskRegistry.
    @Nullable
    Task<?> previous;

    @Nullable
    Task<?> next;

    /**
     * A task whose first step is due in the loop's next turn, or runs before this returns. For {@link TaskFactory}s; all
     * others call {@link Asyncio#createTask}.
     *
     * @param loop the loop
     * @param coroutine what to run
     * @param name the task's name, or null for a made-up one
     * @param context what to run in, or null for a copy of the current context
     * @param eagerStart true to run the first step now, if the loop is running
     * @throws IllegalStateException if the loop is closed
     */
    @SuppressWarnings("this-escape") // the registry and the ready queue are where a task lives
    public Task(
            EventLoop loop,
            Coroutine<T> coroutine,
            @Nullable String name,
            @Nullable Context context,
            boolean eagerStart) {
        this(loop, TaskBody.of(coroutine), name, context, eagerStart);
    }

    /** As the other; the body is one as {@link TaskBody} makes it. */
    @SuppressWarnings("this-escape") // the registry and the ready queue are where a task lives
    Task(EventLoop loop, Object body, @Nullable String name, @Nullable Context context, boolean eagerStart) {
        super(loop, body, name, context);
        Fiber waiting = eagerStart && loop.isRunning() ? loop.scheduler.requireHolderHere() : null;
        Scheduler scheduler = loop.scheduler;
        scheduler.tasks.add(this);
        if (waiting != null) {
            startEagerly(waiting);
        } else {
            scheduler.makeReady(this);
        }
    }

    private void startEagerly(Fiber waiting) {
        creator = waiting;
        loop.scheduler.runFirstStep(this);
        if (done()) {
            forgetCoroutine();
        }
    }

    /** Ends a task that was asked to before it began; an eager one has begun by being created. */
    boolean endBeforeFirstStep() {
        CancelRequest request = creator == null ? mustCancel : null;
        if (request != null) {
            mustCancel = null;
            completeCancelled(request, null);
        }
        return request != null;
    }

    void runsOn(@Nullable Fiber self) {
        fiber = self;
    }

    void endWithResult(@Nullable Object result) {
        CancelRequest request = mustCancel;
        if (loop.scheduler.unwinding.isUnderWay()) {
            return;
        }
        if (request != null) {
            // asked to end in its very last step
            mustCancel = null;
            completeCancelled(request, null);
        } else {
            complete(result);
        }
    }

    void endWith(Throwable exception) {
        if (loop.scheduler.unwinding.isUnderWay()) {
            loop.scheduler.unwinding.ended(this, exception);
        } else if (exception instanceof CancelledError error) {
            completeCancelled(error.request(), error);
        } else {
            fail(exception);
            if (Failure.leavesTheLoop(exception)) {
                loop.scheduler.leaveWith(exception);
            }
        }
    }

    /**
     * Suspends this task, the current one, until the future is done. Throws if the task was cancelled; otherwise the
     * outcome is the future's.
     */
    void awaitFuture(Future<?> future) {
        loop.scheduler.stack.require();
        if (future == this) {
            refuse("Task cannot await on itself: " + this);
        }
        if (future.loop != loop) {
            refuse("Task " + this + " got Future " + future
                    + " attached to a different loop: bring its outcome over with "
                    + "toCompletableFuture() and wrapFuture()");
        }
        noticeInterrupt();
        future.addWaiter(this);
        waitingFor = future;
        try {
            CancelRequest pending = mustCancel;
            if (pending != null && future.cancel(pending)) {
                mustCancel = null;
                cancelDelivered = pending;
            }
            loop.scheduler.suspend(this);
        } catch (Throwable exception) {
            future.removeWaiter(this);
            cancelDelivered = null;
            throw exception;
        } finally {
            waitingFor = null;
        }
        if (mustCancel != null || cancelDelivered != null) {
            throwOwnCancellation(future);
        }
    }

    private void throwOwnCancellation(Future<?> future) {
        CancelRequest pending = mustCancel;
        CancelRequest delivered = cancelDelivered != null ? cancelDelivered : Objects.requireNonNull(pending);
        mustCancel = null;
        cancelDelivered = null;
        future.retrieve();
        // where a second request came, the error has the message of the first, and so has to know that one
        CancelledError error = future.errorOfOwn(delivered);
        if (error != null) {
            throw thrown(error);
        }
        if (pending != null) {
            throw thrown(pending.error(pending.message(), null));
        }
        // the future has swallowed the request and ended in its own way: so does the wait
    }

    /** Makes the next step ready although what this task waits for is not done. */
    void stopWaiting() {
        Future<?> future = waitingFor;
        if (future != null && future.removeWaiter(this)) {
            loop.scheduler.makeReady(this);
        }
    }

    /** Lets the others run: suspends this task, the current one, until the loop's next turn. */
    void yieldTurn() {
        loop.scheduler.stack.require();
        noticeInterrupt();
        if (!loop.scheduler.goOn(this)) {
            loop.scheduler.makeReady(this);
            loop.scheduler.suspend(this);
        }
        CancelRequest request = mustCancel;
        if (request != null) {
            mustCancel = null;
            throw thrown(request.error(request.message(), null));
        }
    }

    private CancelledError thrown(CancelledError error) {
        if (loop.getDebug()) {
            loop.swallowed().thrown(this, error);
        }
        return error;
    }

    /** Whether a request has come that the next wait will throw, or this one. */
    final boolean isAboutToBeCancelled() {
        return mustCancel != null || cancelDelivered != null;
    }

    /** As asyncio does, a wait that cannot be is refused one turn later. */
    private void refuse(String message) {
        yieldTurn();
        throw new IllegalStateException(message);
    }

    private void noticeInterrupt() {
        if (Thread.interrupted()) {
            cancel(CancelRequest.of(loop, null));
        }
    }

    // Down the chain of tasks that await tasks, in a loop and not by recursion: chains may be long. Should the chain
    // bite its own tail, the slow one of two runners meets the fast one, and the task there is woken: nothing else
    // would end the wait.
    @Override
    boolean cancel(CancelRequest request) {
        if (done()) {
            return false;
        }
        Task<?> task = this;
        Task<?> slow = this;
        for (int steps = 1; ; steps++) {
            ShieldedSection keeper = ShieldedSection.keeperOf(task, request);
            if (keeper != null) {
                keeper.keep(request);
                return true;
            }
            task.cancelRequests++;
            Future<?> future = task.waitingFor;
            if (!(future instanceof Task<?> child) || child.done()) {
                task.cancelWaitingFor(future, request);
                return true;
            }
            if (child == slow) {
                task.mustCancel = request;
                task.stopWaiting();
                return true;
            }
            task.cancelDelivered = request;
            task = child;
            if ((steps & 1) == 0 && slow.waitingFor instanceof Task<?> behind) {
                slow = behind;
            }
        }
    }

    private void cancelWaitingFor(@Nullable Future<?> future, CancelRequest request) {
        if (future != null && future.cancel(request)) {
            cancelDelivered = request;
        } else {
            mustCancel = request;
        }
    }

    /** A request of a scope that was entered in this section, or in none: a section around the scope does not keep it. */
    final CancelRequest cancelFrom(@Nullable ShieldedSection within) {
        loop.scheduler.stack.require();
        loop.checkThread();
        CancelRequest request = CancelRequest.of(loop, null, null, within);
        cancel(request);
        return request;
    }

    /** Makes the last request again, to be thrown by the next wait: what it was made for has thrown something else. */
    final void cancelAgain() {
        ShieldedSection within = ShieldedSection.ofLastRequest(this);
        takeBack();
        var _ = cancelFrom(within);
    }

    /** Takes a request out of the count again that is to be thrown by the next wait; returns null if there is none. */
    final @Nullable CancelRequest withdrawPending() {
        CancelRequest pending = mustCancel;
        if (pending != null) {
            mustCancel = null;
            cancelRequests--;
        }
        return pending;
    }

    /**
     * Takes one cancellation request back. When the last one is taken back before it was thrown, it will not be. Where
     * {@link #cancelling} counts none, takes one back that a {@link Asyncio#shielded shielded} section keeps.
     *
     * @return how many requests are left, as {@link #cancelling} counts
     */
    public final int uncancel() {
        loop.checkThread();
        if (cancelRequests == 0) {
            ShieldedSection.takeBackOne(this);
        }
        return takeBack();
    }

    /** As uncancel, for the scopes: what a section still keeps was requested by others. */
    final int takeBack() {
        if (cancelRequests > 0) {
            cancelRequests--;
            if (cancelRequests == 0) {
                mustCancel = null;
            }
            if (loop.getDebug()) {
                loop.swallowed().takenBack(this);
            }
        }
        return cancelRequests;
    }

    /** Whether the next wait will throw a request. */
    final boolean isCancelPending() {
        return mustCancel != null;
    }

    /** Who made the request that is still to be thrown has taken it back, although others are open. */
    final void dropPendingCancel() {
        mustCancel = null;
    }

    /** As {@link #dropPendingCancel()}, if it is this request that is still to be thrown. */
    final void dropPendingCancel(CancelRequest request) {
        if (mustCancel == request) {
            mustCancel = null;
        }
    }

    /**
     * How many cancellation requests are open: calls of {@code cancel} less calls of {@link #uncancel}. What a
     * {@link Asyncio#shielded shielded} section keeps does not count before it is delivered.
     *
     * @return the number
     */
    public final int cancelling() {
        return cancelRequests;
    }

    @Override
    final void settle(@Nullable Object result) {
        super.settle(result);
        loop.scheduler.tasks.remove(this);
    }

    @Override
    final @Nullable Fiber fiber() {
        return fiber;
    }

    final boolean isFirstStepAwaited() {
        return creator != null;
    }

    /** Who waits for the eager first step, once: after that the task belongs to the loop alone. */
    final @Nullable Fiber takeCreator() {
        Fiber waiting = creator;
        creator = null;
        return waiting;
    }

    @Override
    final String state() {
        return cancelRequests > 0 && !done() ? "cancelling" : super.state();
    }

    @Override
    final String description() {
        Future<?> future = waitingFor;
        return state() + " name='" + getName() + "'"
                + (body() == null ? "" : " coro=" + Representation.of(body()))
                + (future == null ? "" : " waitFor=" + future.summary()) + details();
    }

    @Override
    final String summary() {
        return "<" + getClass().getSimpleName() + " " + state() + " name='" + getName() + "'>";
    }
}
