package io.asyncio4j;

import io.asyncio4j.ReadyEntry.Instead;
import io.asyncio4j.fibers.Fiber;
import io.asyncio4j.fibers.FiberPool;
import io.asyncio4j.fibers.FiberWork;
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
 *   entry taken          at a fiber's base (round)       inside a task that suspends (suspend)
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
final class Scheduler implements FiberWork {
    // Fixed.
    private final EventLoop loop;
    private final Poller poller;
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
    private @Nullable Task<?> currentTask;
    private @Nullable ReadyEntry toStart;
    private @Nullable Fiber holder;
    private @Nullable Fiber entry;
    private long stepBegan;

    Scheduler(EventLoop loop, Poller poller) {
        this.loop = loop;
        this.poller = poller;
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

    boolean isOnLoopThread() {
        Fiber current = holder;
        return current != null && current.thread() == Thread.currentThread();
    }

    private ReadyEntry nextEntry() {
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
                // an interrupt of an idle thread was meant for nobody
                Thread.interrupted();
                next = turns.next();
            }
            return next;
        } catch (Throwable exception) {
            leaveWith(exception);
            return Instead.LEAVE;
        }
    }

    // ---- who runs

    /** What a fiber does with the baton while no task lives on it; returns who gets the baton next. */
    @Override
    public Fiber round(Fiber self) {
        RunningLoop.set(loop);
        holder = self;
        Thread.interrupted(); // meant for nobody, as in awaitEntry
        try {
            ReadyEntry next = toStart != null ? toStart : awaitEntry();
            toStart = null;
            while (true) {
                Fiber to = does(next, self);
                if (to != null) {
                    return to;
                }
                next = awaitEntry();
            }
        } catch (Throwable bug) {
            leaveWith(bug);
            return entry();
        }
    }

    /** Does what the entry says, at the base of the fiber; returns who gets the baton, or null to go on here. */
    private @Nullable Fiber does(ReadyEntry next, Fiber self) {
        if (!(next instanceof Task<?> task)) {
            return next instanceof Handle handle && call(handle) ? null : entry();
        }
        Fiber elsewhere = task.fiber();
        if (elsewhere != null) {
            return elsewhere;
        }
        Fiber creator = task.live(self);
        currentTask = null;
        if (creator != null) {
            return creator;
        }
        return fatal != null || unwinding.isUnderWay() ? entry() : null;
    }

    /** Suspends the current task; returns when its next step begins. */
    void suspend(Task<?> task) {
        if (unwinding.isUnderWay()) {
            refuse(task);
        }
        Fiber self = fiberOf(task);
        stepEnds(task);
        Fiber creator = task.takeCreator();
        boolean unmounted = creator != null ? self.transfer(creator) : runOthers(task, self);
        holder = self;
        stepBegins(task);
        if (unwinding.isUnderWay()) {
            refuse(task);
        }
        if (!unmounted) {
            throw new StackOverflowError(
                    "the stack of " + task.getName() + " is too deep for the task to be suspended");
        }
    }

    /** Returns when it is the task's turn again; false if its stack was too deep to wait for that. */
    private boolean runOthers(Task<?> task, Fiber self) {
        // no pattern switch: its first use would link it, and that takes more stack than a deep task may have left
        while (true) {
            ReadyEntry next = nextEntry();
            if (next == task) {
                return true;
            }
            if (next == Instead.WAIT) {
                return self.transfer(fibers.take());
            }
            if (next instanceof Task<?> other) {
                return self.transfer(fiberFor(other));
            }
            if (next instanceof Handle handle && handle.isUsers() && !hasRoomForCallbacks()) {
                toStart = next;
                return self.transfer(fibers.take());
            }
            if (!(next instanceof Handle handle && call(handle))) {
                return self.transfer(entry());
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
        Fiber self = holder();
        Task<?> before = currentTask;
        long began = stepBegan;
        Fiber to = fibers.take();
        toStart = task;
        self.transfer(to);
        holder = self;
        currentTask = before;
        stepBegan = began;
        Throwable exception = fatal;
        if (exception != null) {
            // leaves the creating call; if nobody there catches it, it gets here again
            fatal = null;
            throw (Error) exception;
        }
    }

    void stepBegins(Task<?> task) {
        currentTask = task;
        if (loop.getDebug()) {
            stepBegan = poller.time();
        }
    }

    void stepEnds(Task<?> task) {
        currentTask = null;
        if (loop.getDebug()) {
            loop.reportSlow(task, poller.time() - stepBegan);
        }
    }

    /** Ends the run with this exception as soon as the current step is over. */
    void leaveWith(Throwable exception) {
        fatal = exception;
    }

    @Nullable
    Task<?> currentTask() {
        return currentTask;
    }

    /** The current task if the caller is on this loop's thread. */
    @Nullable
    Task<?> currentTaskHere() {
        return isOnLoopThread() ? currentTask : null;
    }

    /** From any thread: breaks the blocking call that keeps the loop from going on, if there is one. */
    void interruptHolder() {
        Fiber current = holder;
        if (current != null) {
            current.thread().interrupt();
        }
    }

    Fiber holder() {
        Fiber current = holder;
        if (current == null || current.thread() != Thread.currentThread()) {
            throw new IllegalStateException("called from a thread that is not the loop's: use callSoonThreadsafe or "
                    + "runCoroutineThreadsafe");
        }
        return current;
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
            fatal = null;
            turns.endOfRun();
            running = false;
            holder = null;
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
                holder = null;
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
        throw unwinding.exit(task);
    }
}
