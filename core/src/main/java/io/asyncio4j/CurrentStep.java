package io.asyncio4j;

import io.asyncio4j.context.ContextStack;
import io.asyncio4j.fibers.Fiber;
import io.asyncio4j.lowlevel.Poller;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What one loop is doing at this moment, and on which fiber.
 *
 * <p>In a task's step the task is the current one, and its fiber holds the baton. Else a callback is called, on whatever
 * fiber is the base of that. (One reference to keep up to date at a switch and not two: collectors are told of each.)
 */
abstract sealed class CurrentStep implements Supplier<@Nullable ContextStack> permits Life {
    // Fixed.
    final EventLoop loop;
    final Poller poller;

    // The baton's holder only; others may look.
    private @Nullable Task<?> currentTask;
    private @Nullable Fiber base;
    private long began;

    CurrentStep(EventLoop loop, Poller poller) {
        this.loop = loop;
        this.poller = poller;
    }

    final void stepBegins(Task<?> task) {
        currentTask = task;
        if (loop.getDebug()) {
            began = poller.time();
        }
    }

    final void stepEnds(Task<?> task) {
        currentTask = null;
        if (loop.getDebug()) {
            loop.reportSlow(task, poller.time() - began);
            loop.swallowed().stepEnds(task);
        }
    }

    /** The step that was interrupted by another goes on, on this fiber. */
    final void isAgain(Fiber self, @Nullable Task<?> task, long stepBegan) {
        base = self;
        currentTask = task;
        began = stepBegan;
    }

    /** From now on, callbacks are called on this fiber. */
    final void isBasedOn(Fiber self) {
        if (base != self) {
            base = self;
        }
    }

    /** Nobody of this loop runs any more. */
    final void isNobodys() {
        base = null;
        currentTask = null;
    }

    final long began() {
        return began;
    }

    final @Nullable Task<?> currentTask() {
        return currentTask;
    }

    /** The current task if the caller is on this loop's thread. */
    final @Nullable Task<?> currentTaskHere() {
        return isOnLoopThread() ? currentTask : null;
    }

    private @Nullable Fiber holder() {
        Task<?> task = currentTask;
        return task != null ? task.fiber() : base;
    }

    /** The holder of the baton if that is the calling thread. */
    final @Nullable Fiber holderHere() {
        Fiber holder = holder();
        return holder != null && holder.thread() == Thread.currentThread() ? holder : null;
    }

    final Fiber requireHolderHere() {
        Fiber holder = holderHere();
        if (holder == null) {
            throw new IllegalStateException("called from a thread that is not the loop's: use callSoonThreadsafe or "
                    + "runCoroutineThreadsafe");
        }
        return holder;
    }

    final boolean isOnLoopThread() {
        return holderHere() != null;
    }

    /** The contexts of the calling thread if that is the loop's, for {@link ContextStack#register}. */
    @Override
    public final @Nullable ContextStack get() {
        Fiber holder = holderHere();
        return holder == null ? null : contextsOf(holder);
    }

    /** The contexts of a fiber's thread, at hand without looking for them. */
    static ContextStack contextsOf(Fiber fiber) {
        return (ContextStack) Objects.requireNonNull(fiber.mark());
    }

    /** From any thread: breaks the blocking call that keeps the loop from going on, if there is one. */
    final void interruptHolder() {
        Fiber holder = holder();
        if (holder != null) {
            holder.thread().interrupt();
        }
    }
}
