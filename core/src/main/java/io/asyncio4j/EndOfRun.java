package io.asyncio4j;

import java.util.function.Consumer;

/** Stops a loop when the future it runs for is done. Equal to itself alone. */
final class EndOfRun implements Consumer<Future<?>> {
    private final EventLoop loop;

    EndOfRun(EventLoop loop) {
        this.loop = loop;
    }

    @Override
    public void accept(Future<?> done) {
        // what left the loop has ended the run already; a stop now would end the next one, the shutdown
        if (!Failure.leavesTheLoop(done.failure())) {
            loop.stop();
        }
    }

    @Override
    public String toString() {
        return "end of the run";
    }
}
