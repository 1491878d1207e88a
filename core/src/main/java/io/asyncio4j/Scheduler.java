package io.asyncio4j;

import io.asyncio4j.ReadyEntry.Instead;
import io.asyncio4j.context.ContextStack;
import io.asyncio4j.fibers.Fiber;
import io.asyncio4j.fibers.FiberPool;
import io.asyncio4j.fibers.StackReserve;
import io.asyncio4j.lowlevel.Poller;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who runs next on one loop.
 *
 * <p>There is no loop thread. Whoever holds the baton and has nothing more to do takes the next entry of the ready queue
 * and does what it says, at one of two places:
 *
 * <pre>
 *   entry taken          at a fiber's base (findHeir)    inside a task that suspends (suspend)
 *   ───────────────────  ──────────────────────────────  ─────────────────────────────────────────────────
 *   a callback           is called here                  is called here
 *   a new task           runs here to its end            gets a fiber from the pool, transfer to it
 *   a waiting task       to the pool, transfer to it     itself: just return; another: transfer to it
 *   WAIT                 waits in the poller here        transfer to a fiber from the pool
 *   LEAVE                to the pool, transfer to entry  transfer to entry
 * </pre>
 *
 * <p>See {@link Turns} for what the next entry is. The poller waits at the base of a fiber only, because a task may be deep
 * in recursion: its stack may be nearly used up, and parking it may fail.
 */
final class Scheduler extends Life {
    // Fixed.
    private final Turns turns;
    final Unwinding unwinding;
    private final FiberPool fibers = new FiberPool(this);
    private final Handle wakeBlocked;

    // Any thread.
    private volatile boolean running;

    // The baton's holder only.
    final StackReserve stack = new StackReserve();
    final TaskRegistry tasks = new TaskRegistry();
    private @Nullable Throwable fatal;
    private @Nullable ReadyEntry toStart;
    private @Nullable Fiber heir;
    private @Nullable Fiber entry;

    Scheduler(EventLoop loop, Poller poller) {
        super(loop, poller);
        this.turns = new Turns(loop, poller);
        this.unwinding = new Unwinding(loop);
        this.wakeBlocked = new Handle(loop, null, new BlockedTasks(tasks));
    }

    TimerQueue timers() {
        return turns.timers;
    }

    /** Makes ready what other threads have handed in so far: it came first. */
    void takeIn() {
        turns.takeIn();
    }

    void makeReady(ReadyEntry readyEntry) {
        turns.add(readyEntry);
    }

    /** From any thread: on the loop's own, the handle is ready at once, as asyncio's is. */
    void makeReadyFromAnywhere(Handle handle) {
        if (isOnLoopThread()) {
            turns.takeIn();
            turns.add(handle);
        } else {
            turns.addFromElsewhere(handle);
        }
    }

    private ReadyEntry nextEntry() {
        if (fatal != null) {
            return Instead.LEAVE;
        }
        try {
            return turns.next();
        } catch (StackOverflowError tooDeepForThePoller) {
            return Instead.WAIT;
        } catch (Throwable exception) {
            leaveWith(exception);
            return Instead.LEAVE;
        }
    }

    /** Also waits where there is nothing else to do, which the base of a fiber is the place for. */
    private ReadyEntry awaitEntry() {
        try {
            ReadyEntry next = turns.next();
            while (next == Instead.WAIT) {
                turns.await();
                forgetInterrupt();
                next = turns.next();
            }
            return next;
        } catch (Throwable exception) {
            leaveWith(exception);
            return Instead.LEAVE;
        }
    }

    /** An interrupt of an idle thread was meant for nobody, and what one task left behind is not for the next. */
    private static void forgetInterrupt() {
        Thread.interrupted();
    }

    // ---- who runs

    @Override
    public ContextStack newMark() {
        return new ContextStack(loop);
    }

    /** Does what is due, until a task is to begin on this fiber or the baton is to go to another. */
    @Override
    public boolean findLife(Fiber self) {
        try {
            heir = endLife();
            isBasedOn(self);
            forgetInterrupt();
            while (heir == null) {
                heir = findHeir();
                if (heir == null && beginLife(self)) {
                    return true;
                }
            }
        } catch (Throwable bug) {
            leaveWith(bug);
            heir = entry();
        }
        return false;
    }

    /** Who gets the baton, or null if a new task is next, which begins here unless it was cancelled. */
    private @Nullable Fiber findHeir() {
        ReadyEntry next = toStart;
        if (next == null) {
            if (fatal != null || unwinding.isUnderWay()) {
                return entry();
            }
            next = awaitEntry();
        }
        toStart = null;
        while (next instanceof Handle handle && call(handle)) {
            if (handle.isUsers()) {
                forgetInterrupt();
            }
            next = awaitEntry();
        }
        if (!(next instanceof Task<?> task)) {
            return entry();
        }
        Fiber elsewhere = task.fiber();
        if (elsewhere == null) {
            nextIs(task);
        }
        return elsewhere;
    }

    @Override
    public Fiber heir() {
        return Objects.requireNonNull(heir);
    }

    /** Begins the current task's next step in a new turn, if nobody else is ready; else returns false. */
    boolean goOn(Task<?> task) {
        if (!turns.isOver() || task.isFirstStepAwaited() || unwinding.isUnderWay()) {
            return false;
        }
        stepEnds(task);
        try {
            turns.beginNow();
        } catch (Throwable exception) {
            leaveWith(exception);
        }
        stepBegins(task);
        return fatal == null;
    }

    /** Suspends the current task; returns when its next step begins. */
    void suspend(Task<?> task) {
        if (unwinding.isUnderWay()) {
            refuse(task);
        }
        Fiber self = fiberOf(task);
        stepEnds(task);
        if (turns.suspended(task)) {
            isBasedOn(self);
        }
        Fiber creator = task.takeCreator();
        Fiber to = creator != null ? creator : findOther(task, self);
        boolean unmounted = to == self || self.transfer(to);
        stepBegins(task);
        if (unwinding.isUnderWay()) {
            refuse(task);
        }
        if (!unmounted) {
            throw new StackOverflowError(
                    "the stack of " + task.getName() + " is too deep for the task to be suspended");
        }
    }

    /** Who runs while the task is suspended on its fiber: that fiber itself if it is the task's turn again. */
    private Fiber findOther(Task<?> task, Fiber self) {
        // no pattern switch: its first use would link it, and that takes more stack than a deep task may have left
        while (true) {
            ReadyEntry next = nextEntry();
            if (next == task) {
                return self;
            }
            if (next instanceof Task<?> other) {
                return fiberFor(other);
            }
            if (next == Instead.WAIT) {
                return fibers.take();
            }
            if (next instanceof Handle handle && handle.isUsers() && !hasRoomForCallbacks()) {
                toStart = next;
                return fibers.take();
            }
            isBasedOn(self);
            if (!(next instanceof Handle handle && call(handle))) {
                return entry();
            }
        }
    }

    /**
     * A suspended task blocks a carrier thread: it is woken to fail, before all carriers are blocked. The handle was made
     * beforehand, for here there is no stack to spare.
     */
    @Override
    public void tooDeep() {
        turns.addFromElsewhere(wakeBlocked);
    }

    private boolean hasRoomForCallbacks() {
        try {
            stack.requireForCallbacks();
            return true;
        } catch (StackOverflowError tooDeep) {
            return false;
        }
    }

    private Fiber fiberFor(Task<?> task) {
        Fiber fiber = task.fiber();
        if (fiber == null) {
            fiber = fibers.take();
            toStart = task;
        }
        return fiber;
    }

    /** The one place where callbacks are called. Returns false when the loop must be left. */
    private boolean call(Handle handle) {
        long began = loop.getDebug() ? poller.time() : 0;
        try {
            handle.call();
        } catch (Throwable exception) {
            leaveWith(exception);
        }
        if (loop.getDebug()) {
            loop.reportSlow(handle, poller.time() - began);
        }
        return fatal == null;
    }

    /** Runs the first step of an eager task on a fiber of its own; its creator, the caller, waits. */
    void runFirstStep(Task<?> task) {
        Fiber self = requireHolderHere();
        Task<?> before = currentTask();
        long began = began();
        Fiber to = fibers.take();
        toStart = task;
        self.transfer(to);
        isAgain(self, before, began);
        Throwable exception = fatal;
        if (exception != null) {
            // leaves the creating call; if nobody there catches it, it gets here again
            fatal = null;
            throw (Error) exception;
        }
    }

    /** Ends the run with this exception as soon as the current step is over. */
    void leaveWith(Throwable exception) {
        fatal = exception;
    }

    private Fiber entry() {
        turns.leave();
        return Objects.requireNonNull(entry);
    }

    private static Fiber fiberOf(Task<?> task) {
        return Objects.requireNonNull(task.fiber());
    }

    // ---- the run

    boolean isRunning() {
        return running;
    }

    void stop() {
        turns.stop();
    }

    /** Runs turns until a stop; the calling thread waits. An interrupt of it calls the action, from that thread. */
    void run(Runnable onInterrupt) {
        Fiber self = Fiber.ofCurrentThread();
        entry = self;
        running = true;
        ContextStack.register(this);
        try {
            self.transfer(fibers.take(), onInterrupt);
            Throwable exception = fatal;
            if (exception instanceof Error error) {
                throw error;
            }
            if (exception != null) {
                throw exception instanceof RuntimeException unchecked
                        ? unchecked
                        : new IllegalStateException("the loop cannot go on", exception);
            }
        } finally {
            ContextStack.unregister(this);
            fatal = null;
            turns.endOfRun();
            running = false;
            isNobodys();
            entry = null;
        }
    }

    /** Unwinds what tasks are suspended, and lets all fibers go. The loop is not running and will not again. */
    void close() {
        unwinding.begin();
        Fiber self = Fiber.ofCurrentThread();
        entry = self;
        for (Task<?> task : tasks.all()) {
            try {
                destroy(task, self);
            } catch (Throwable exception) {
                leaveWith(exception);
            }
        }
        entry = null;
        unwinding.end();
        turns.clear();
        fibers.close();
        poller.close();
        if (fatal instanceof Error error) {
            throw error;
        }
    }

    private void destroy(Task<?> task, Fiber self) {
        try {
            unwinding.reportDestroyed(task);
        } finally {
            Fiber fiber = task.fiber();
            if (fiber != null) {
                unwinding.beginTask();
                self.transfer(fiber);
                isNobodys();
            }
            if (!task.done()) {
                task.abandon();
            }
        }
    }

    /** Throws, for the loop is being closed; or leaves a task behind that has ignored that too often. */
    void refuse(Task<?> task) {
        if (unwinding.ignored(task)) {
            fiberOf(task).transfer(entry());
        }
        throw CoroutineExit.of(task);
    }
}
