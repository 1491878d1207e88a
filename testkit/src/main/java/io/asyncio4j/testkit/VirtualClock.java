package io.asyncio4j.testkit;

import io.asyncio4j.EventLoop;
import io.asyncio4j.Future;
import io.asyncio4j.VoidCallable;
import io.asyncio4j.lowlevel.Poller;
import io.asyncio4j.lowlevel.PollerFactory;
import io.asyncio4j.lowlevel.StepOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A clock that starts at zero and moves only when its loop has nothing to do: then it jumps to the next deadline.
 *
 * <p>A program on this clock never waits for time, and two runs of it take the same steps in the same order. The
 * shortest way in is {@link #within(Callable)}, or {@link VirtualTime} in a JUnit test; by hand it is one clock for
 * one loop:
 *
 * <pre>{@code
 * VirtualClock clock = new VirtualClock();
 * Asyncio.run(() -> Asyncio.sleep(Duration.ofDays(1)), () -> new EventLoop(clock));
 * clock.time(); // one day, in nanoseconds
 * }</pre>
 *
 * <p><b>Other threads.</b> While work that the loop gave to an executor, by {@code toThread} or {@code runInExecutor},
 * is going on, the clock stands still and the loop really waits for it. Other threads the clock cannot see: it would
 * jump to a timeout while they are still at work, unless they {@link #hold} it. What another thread has already handed
 * to the loop always comes before a jump.
 *
 * <p><b>Deadlock.</b> With no deadline left, the loop waits for other threads without end, as on a real clock. A clock
 * made by {@link #detectingDeadlock()} throws {@link DeadlockException} instead, unless a hold is open.
 *
 * <p><b>Threads.</b> {@link #wakeup()}, {@link #hold()}, the closing of a hold, {@link #time()} and {@link #elapsed()} may be
 * called from any thread; all other methods belong to the thread that runs the loop.
 */
public final class VirtualClock implements Poller {

    private final boolean detectDeadlock;
    private final @Nullable StepOrder stepOrder;
    private final OpenWork openWork = new OpenWork();

    // Written by the loop's thread only.
    private volatile long now;

    // Any thread, under the lock.
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean woken;

    // Loop thread only. Who waits until no task can go on, in the order in which they came.
    private final List<Future<@Nullable Void>> waitingForTheRest = new ArrayList<>();

    /** A clock at zero that waits for other threads when no deadline is left. */
    public VirtualClock() {
        this(false, null);
    }

    /** A clock that brings its loop another order of steps, or none. */
    VirtualClock(boolean detectDeadlock, @Nullable StepOrder stepOrder) {
        this.detectDeadlock = detectDeadlock;
        this.stepOrder = stepOrder;
    }

    /**
     * A clock at zero that fails its loop when nothing is ready, no deadline is left and no hold is open.
     *
     * <p>For programs that have no other threads, or whose other threads hold the clock.
     *
     * @return the clock
     */
    public static VirtualClock detectingDeadlock() {
        return new VirtualClock(true, null);
    }

    /**
     * Runs a body in which every loop that is opened has a virtual clock of its own.
     *
     * <p>This covers {@code Asyncio.run}, {@code new Runner()} and {@code new EventLoop()} in the calling thread, not
     * in threads that the body starts.
     *
     * @param <T> what the body returns
     * @param body the body
     * @return what the body returned
     * @throws Exception what the body threw
     */
    public static <T extends @Nullable Object> T within(Callable<T> body) throws Exception {
        return ScopedValue.where(PollerFactory.CURRENT, VirtualClock::new).call(body::call);
    }

    /**
     * The same for a body that returns nothing.
     *
     * @param body the body
     * @throws Exception what the body threw
     */
    public static void within(VoidCallable body) throws Exception {
        within(() -> {
            body.run();
            return Boolean.TRUE;
        });
    }

    /**
     * Moves the clock on, as if the step that is running had taken so long.
     *
     * @param duration how far
     * @throws IllegalArgumentException if it is negative or too long for a clock of nanoseconds
     */
    public void advance(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("a clock does not go back: " + duration);
        }
        try {
            now = Math.addExact(now, duration.toNanos());
        } catch (ArithmeticException overflow) {
            throw new IllegalArgumentException("too long for a clock of nanoseconds: " + duration, overflow);
        }
    }

    /**
     * What the clock shows.
     *
     * @return how long it has gone: {@link #time()} as a duration
     */
    public Duration elapsed() {
        return Duration.ofNanos(now);
    }

    /**
     * Stops the clock until the hold is closed: the loop waits for other threads instead of jumping.
     *
     * <p>Close it only after the result has been handed to the loop, or the clock may jump first.
     *
     * @return the hold; several may be open at once, and closing one twice does nothing
     */
    public Hold hold() {
        Hold hold = new Hold(this);
        workBegan(hold);
        return hold;
    }

    @Override
    public void workBegan(Object work) {
        lock.lock();
        try {
            openWork.began(work);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void workEnded(Object work) {
        lock.lock();
        try {
            openWork.ended(work);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public @Nullable StepOrder stepOrder() {
        return stepOrder;
    }

    @Override
    public long time() {
        return now;
    }

    @Override
    public void pollNow() {
        // There is no input or output here, and a wakeup means nothing to a loop that is awake.
    }

    @Override
    public void pollUntil(long deadline) {
        if (!wokenWhileHeld() && !releasedWhoWaitsForTheRest()) {
            now = Math.max(now, deadline);
        }
    }

    @Override
    public void pollForever() {
        if (wokenWhileHeld() || releasedWhoWaitsForTheRest()) {
            return;
        }
        if (detectDeadlock) {
            throw new DeadlockException();
        }
        lock.lock();
        try {
            while (!woken) {
                changed.awaitUninterruptibly();
            }
            woken = false;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void wakeup() {
        lock.lock();
        try {
            woken = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        // Nothing is open.
    }

    @Override
    public String toString() {
        return "<VirtualClock time=" + Duration.ofNanos(now) + ">";
    }

    /** What the loop has given to other threads, and the holds that are open. */
    OpenWork openWork() {
        return openWork;
    }

    /** Done as soon as nothing is ready, no hold is open and no other thread has called, before the clock moves. */
    Future<@Nullable Void> whenTheRestIsBlocked(EventLoop loop) {
        Future<@Nullable Void> blocked = loop.createFuture();
        waitingForTheRest.add(blocked);
        return blocked;
    }

    private boolean releasedWhoWaitsForTheRest() {
        boolean released = false;
        for (Future<@Nullable Void> blocked : waitingForTheRest) {
            if (!blocked.done()) {
                blocked.setResult(null);
                released = true;
            }
        }
        waitingForTheRest.clear();
        return released;
    }

    /** Waits while the clock is held; tells whether a wakeup has arrived, and uses it up. */
    private boolean wokenWhileHeld() {
        lock.lock();
        try {
            while (!woken && !openWork.isEmpty()) {
                changed.awaitUninterruptibly();
            }
            boolean arrived = woken;
            woken = false;
            return arrived;
        } finally {
            lock.unlock();
        }
    }

    /** A virtual clock that stands still, until this is closed. */
    public static final class Hold implements AutoCloseable {

        private @Nullable VirtualClock clock;

        private Hold(VirtualClock clock) {
            this.clock = clock;
        }

        /** Lets the clock move again, unless another hold is open. From any thread; again, it does nothing. */
        @Override
        public void close() {
            VirtualClock held;
            synchronized (this) {
                held = clock;
                clock = null;
            }
            if (held != null) {
                held.workEnded(this);
            }
        }
    }
}
