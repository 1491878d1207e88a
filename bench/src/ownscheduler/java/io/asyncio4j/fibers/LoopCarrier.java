package io.asyncio4j.fibers;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * The one platform thread that carries all fibers of a loop, and their scheduler: whatever makes a fiber runnable puts its
 * continuation into a queue, and this thread runs what is in it. No other thread ever takes from it.
 *
 * <p>Not the thread that called {@code run}: that may be a virtual one, which carries nothing, and mounting and unmounting
 * clear the interrupt status of a carrier, which would swallow the interrupts that are to cancel a run.
 */
@NullMarked
final class LoopCarrier {
    // Fixed.
    private final Thread thread = Thread.ofPlatform()
            .daemon()
            .name("asyncio4j-loop")
            .inheritInheritableThreadLocals(false)
            .unstarted(this::carry);

    // Any thread.
    private final Queue<Runnable> fromElsewhere = new ConcurrentLinkedQueue<>();
    private volatile boolean leaving;

    // Only what runs on this thread.
    private final ArrayDeque<Runnable> runnable = new ArrayDeque<>();

    // The baton's holder only.
    private boolean started;

    Thread newFiberThread(Runnable life) {
        if (!started) {
            started = true;
            thread.start();
        }
        return JdkThreads.newVirtualThread(new Seat(this), "asyncio4j-fiber", life);
    }

    /** Lets the thread end once no fiber is runnable. */
    void leave() {
        leaving = true;
        LockSupport.unpark(thread);
    }

    private void carry() {
        while (true) {
            Runnable next = next();
            if (next != null) {
                next.run();
            } else if (leaving) {
                return;
            } else {
                LockSupport.park(this);
            }
        }
    }

    private @Nullable Runnable next() {
        Runnable next = runnable.poll();
        return next != null ? next : fromElsewhere.poll();
    }

    private void add(Runnable continuation) {
        if (JdkThreads.currentCarrier() == thread) {
            runnable.add(continuation);
        } else {
            fromElsewhere.add(continuation);
            LockSupport.unpark(thread);
        }
    }

    /**
     * The scheduler of one fiber. A virtual thread that is started on a fiber inherits this, and so do those it starts: the
     * fiber's own continuation, the first to be seen, runs on the loop's carrier, and all others on the JDK's scheduler.
     */
    private static final class Seat implements Executor {
        private final LoopCarrier carrier;

        // Written by the thread that starts the fiber, before anything can run on it.
        private @Nullable Runnable own;

        Seat(LoopCarrier carrier) {
            this.carrier = carrier;
        }

        @Override
        public void execute(Runnable continuation) {
            if (own == null) {
                own = continuation;
            }
            if (continuation == own) {
                carrier.add(continuation);
            } else {
                JdkThreads.defaultScheduler().execute(continuation);
            }
        }
    }
}
