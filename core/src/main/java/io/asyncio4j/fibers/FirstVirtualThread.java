package io.asyncio4j.fibers;

/**
 * The first virtual thread of a program, begun on another processor while this one loads the loop's classes: the JDK takes
 * milliseconds to set its virtual threads up, a sixth of what a small program takes to start.
 */
public final class FirstVirtualThread implements Runnable {
    static {
        if (!Thread.currentThread().isVirtual()) {
            Thread starter = new Thread(null, new FirstVirtualThread(), "asyncio4j-start", 0, false);
            starter.setDaemon(true);
            starter.start();
        }
    }

    private FirstVirtualThread() {}

    /** Begins it, if nobody has. From any thread; returns at once. */
    public static void begin() {
        // this class being there is all
    }

    /** On the starter, and then on the virtual thread, where there is nothing to do. */
    @Override
    public void run() {
        if (!Thread.currentThread().isVirtual()) {
            Thread.startVirtualThread(this);
        }
    }
}
