package io.asyncio4j.fibers;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A thread that takes part in passing a baton: of all fibers of a loop exactly one runs, the one that holds the baton.
 *
 * <p>The baton is a flag on each fiber, raised by the one who gives and lowered by the one who takes:
 *
 * <pre>
 *            give (holder → this), unpark           awaitBaton (this)
 *   lowered ─────────────────────────────→ raised ────────────────────→ lowered, and running
 * </pre>
 *
 * <p>Stray unparks and interrupts find the flag lowered and change nothing; an interrupt that came while the fiber waited
 * is set again when it runs.
 */
public final class Fiber implements Runnable {
    private static final VarHandle RAISED;

    static {
        try {
            RAISED = MethodHandles.lookup().findVarHandle(Fiber.class, "raised", boolean.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    // Fixed.
    private final Thread thread;
    private final Thread.@Nullable UncaughtExceptionHandler mark;
    private final @Nullable FiberPool pool;

    // Any thread, through RAISED.
    @SuppressWarnings("unused")
    private boolean raised;

    // Any thread; set without the baton, cleared with it.
    private volatile boolean blocked;

    // Only the baton's holder.
    private boolean started;
    private boolean retired;
    private @Nullable Object scope;

    private Fiber(Thread thread) {
        this.thread = thread;
        this.mark = null;
        this.started = true;
        this.pool = null;
    }

    /** A fiber on a thread not started yet; its first {@code give} starts it. */
    Fiber(FiberPool pool) {
        this.thread = pool.newThread(this);
        this.mark = pool.work().newMark();
        thread.setUncaughtExceptionHandler(mark);
        this.pool = pool;
    }

    /**
     * A fiber that is the calling thread, to begin a game of baton with. It holds the baton.
     *
     * @return the fiber
     */
    public static Fiber ofCurrentThread() {
        return new Fiber(Thread.currentThread());
    }

    /**
     * A fiber's life: what its pool's work finds for it to do, one after the other. Called by the fiber's own thread alone.
     * Little of this is on the stack of what lives here: the search for the next has returned by then.
     */
    @Override
    public void run() {
        FiberPool home = Objects.requireNonNull(pool);
        // the baton was given before the thread was started
        boolean given = takeBaton();
        while (given && findsLife(home)) {
            home.work().live(this);
        }
    }

    /** Others may hold the baton for any time in between. Returns false when this fiber is not needed any more. */
    private boolean findsLife(FiberPool home) {
        while (!retired) {
            if (home.work().findLife(this)) {
                return true;
            }
            Fiber heir = home.work().heir();
            boolean kept = home.keep(this);
            // from here on somebody else may hold the baton, and even have taken this fiber out again
            heir.give();
            if (!kept) {
                return false;
            }
            awaitBaton();
        }
        return false;
    }

    /**
     * The thread of this fiber.
     *
     * @return the thread
     */
    public Thread thread() {
        return thread;
    }

    /**
     * What this fiber's thread is known by: its uncaught exception handler, for which it has no other use.
     *
     * @return what {@link FiberWork#newMark} made, or null for a thread that is none of a pool's
     */
    public Thread.@Nullable UncaughtExceptionHandler mark() {
        return mark;
    }

    /**
     * What the life on this fiber has put down here, in the place that a field of its own would take.
     *
     * @return the last {@link #setScope}, null at first
     */
    public @Nullable Object scope() {
        return scope;
    }

    /**
     * Puts something down for as long as the life on this fiber lasts; it has to be taken away before that ends.
     *
     * @param scope what it is, or null
     */
    public void setScope(@Nullable Object scope) {
        this.scope = scope;
    }

    /**
     * Hands the baton to another fiber and returns when it has come back. Called by this fiber's thread, which holds it.
     *
     * @param to who runs next
     * @return false if the stack was too deep to be taken off its carrier thread, which was blocked meanwhile
     */
    public boolean transfer(Fiber to) {
        to.give();
        return awaitBaton();
    }

    /**
     * As {@link #transfer}, and calls the given action at each interrupt meanwhile, without the baton. The interrupt
     * status is set again afterwards.
     *
     * @param to who runs next
     * @param onInterrupt may be called several times
     */
    public void transfer(Fiber to, Runnable onInterrupt) {
        to.give();
        boolean interrupted = false;
        while (!takeBaton()) {
            LockSupport.park(this);
            if (Thread.interrupted()) {
                interrupted = true;
                onInterrupt.run();
            }
        }
        if (interrupted) {
            thread.interrupt();
        }
    }

    /** Makes this fiber the holder. The caller must hold the baton, and touch nothing that goes with it afterwards. */
    void give() {
        RAISED.setRelease(this, true);
        if (started) {
            LockSupport.unpark(thread);
        } else {
            started = true;
            thread.start();
        }
    }

    boolean awaitBaton() {
        boolean interrupted = false;
        boolean told = false;
        while (!takeBaton()) {
            try {
                if (!blocked) {
                    LockSupport.park(this);
                } else {
                    told = told || tellTooDeep();
                    blockCarrier();
                }
            } catch (StackOverflowError tooDeep) {
                // nothing may leave this loop without the baton; what failed is tried again
                blocked = true;
            }
            // a set status would make every park return at once
            interrupted |= Thread.interrupted();
        }
        boolean unmounted = !blocked;
        blocked = false;
        if (interrupted) {
            thread.interrupt();
        }
        return unmounted;
    }

    private boolean tellTooDeep() {
        if (pool != null) {
            pool.work().tooDeep();
        }
        return true;
    }

    /**
     * Whether this fiber waits for the baton on a carrier thread that it blocks.
     *
     * @return true if so
     */
    public boolean isBlocked() {
        return blocked;
    }

    /**
     * For a stack that cannot be unmounted: the JDK fails to take many thousand interpreted frames off a carrier, and the
     * baton has been given away by then. Looks for it every millisecond.
     */
    private void blockCarrier() {
        synchronized (this) {
            try {
                while (!(boolean) RAISED.getAcquire(this)) {
                    wait(1);
                }
            } catch (InterruptedException interrupt) {
                thread.interrupt();
            }
        }
    }

    private boolean takeBaton() {
        if ((boolean) RAISED.getAcquire(this)) {
            RAISED.set(this, false);
            return true;
        }
        return false;
    }

    /** Lets an idle fiber's thread end; it gets no baton. */
    void retire() {
        retired = true;
        give();
    }

    @Override
    public String toString() {
        return "<Fiber " + thread + ">";
    }
}
