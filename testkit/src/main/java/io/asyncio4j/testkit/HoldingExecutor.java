package io.asyncio4j.testkit;

import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/** Holds a virtual clock for each piece of work, from its submission to its end. */
final class HoldingExecutor extends AbstractExecutorService {

    private final VirtualClock clock;
    private final ExecutorService executor;

    HoldingExecutor(VirtualClock clock, ExecutorService executor) {
        this.clock = clock;
        this.executor = executor;
    }

    @Override
    public void execute(Runnable work) {
        Held held = new Held(work, clock.hold());
        try {
            executor.execute(held);
        } catch (Throwable refused) {
            held.hold.close();
            throw refused;
        }
    }

    @Override
    public void shutdown() {
        executor.shutdown();
    }

    @Override
    public List<Runnable> shutdownNow() {
        return executor.shutdownNow().stream().map(HoldingExecutor::released).toList();
    }

    @Override
    public boolean isShutdown() {
        return executor.isShutdown();
    }

    @Override
    public boolean isTerminated() {
        return executor.isTerminated();
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
        return executor.awaitTermination(timeout, unit);
    }

    /** Work that will never begin must not hold the clock any longer. */
    private static Runnable released(Runnable neverBegun) {
        if (neverBegun instanceof Held held) {
            held.hold.close();
            return held.work;
        }
        return neverBegun;
    }

    private record Held(Runnable work, VirtualClock.Hold hold) implements Runnable {
        @Override
        public void run() {
            try {
                work.run();
            } finally {
                hold.close();
            }
        }
    }
}
