package io.asyncio4j.lowlevel;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The poller of a loop without input and output of its own: the machine's monotonic clock, and a thread that parks.
 *
 * <p>This class is the only place in the house that reads the machine's clock. Time is counted from when the class was
 * loaded, so that deadlines are small positive numbers and comparable between the loops of a program.
 */
final class ParkingPoller implements Poller {
    private static final long ORIGIN = System.nanoTime();

    // Any thread.
    private volatile boolean woken;
    private volatile @Nullable Thread waiter;

    @Override
    public long time() {
        return System.nanoTime() - ORIGIN;
    }

    @Override
    public void pollNow() {
        // nothing but other threads' calls can come in, and the loop looks for these itself
    }

    @Override
    public void pollUntil(long deadline) {
        park(deadline, true);
    }

    @Override
    public void pollForever() {
        park(0, false);
    }

    private void park(long deadline, boolean timed) {
        boolean interrupted = false;
        waiter = Thread.currentThread();
        try {
            while (!woken) {
                if (timed) {
                    long nanos = deadline - time();
                    if (nanos <= 0) {
                        break;
                    }
                    LockSupport.parkNanos(this, nanos);
                } else {
                    LockSupport.park(this);
                }
                // a set status would make the next park return at once, for ever
                interrupted |= Thread.interrupted();
            }
            woken = false;
        } finally {
            waiter = null;
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void wakeup() {
        woken = true;
        Thread thread = waiter;
        if (thread != null) {
            LockSupport.unpark(thread);
        }
    }

    @Override
    public void close() {
        // holds nothing
    }
}
