package io.asyncio4j;

import java.util.function.Consumer;

/**
 * How a run for a future ends: the loop stops when the future is done, and an interrupt of the thread that waits for the
 * run cancels the future. Equal to itself alone.
 */
final class EndOfRun implements Consumer<Future<?>>, Runnable {
    private final EventLoop loop;
    private final Future<?> future;

    EndOfRun(EventLoop loop, Future<?> future) {
        this.loop = loop;
        this.future = future;
    }

    @Override
    public void accept(Future<?> done) {
        // what left the loop has ended the run already; a stop now would end the next one, the shutdown
        if (!(done.failed() && Failure.leavesTheLoop(done.failure()))) {
            loop.stop();
        }
    }

    /** From the thread that waits for the run: it was interrupted. */
    @Override
    public void run() {
        loop.callSoonThreadsafe(future::cancel);
    }

    @Override
    public String toString() {
        return "end of the run";
    }
}
