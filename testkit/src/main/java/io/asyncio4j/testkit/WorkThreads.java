package io.asyncio4j.testkit;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.WeakHashMap;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The default executor of a loop under test: a virtual thread for each piece of work, as without a test, but one can wait
 * for a piece of work, and interrupt who does it. From any thread.
 */
final class WorkThreads extends AbstractExecutorService {
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("asyncio4j-thread-", 0).factory());

    // All work that was given to this executor and that somebody still refers to.
    private final Map<Runnable, Worker> workers = Collections.synchronizedMap(new WeakHashMap<>());

    @Override
    public Future<?> submit(Runnable work) {
        Worker worker = new Worker(work);
        Future<?> future = super.submit(worker);
        workers.put(work, worker);
        return future;
    }

    @Override
    public void execute(Runnable command) {
        threads.execute(command);
    }

    /** Waits until this work has ended; false if it has not in this time, or was given to somebody else. */
    boolean awaitEnd(Object work, long nanos) throws InterruptedException {
        Worker worker = workers.get(work);
        return worker != null && worker.ended.await(nanos, TimeUnit.NANOSECONDS);
    }

    /** Interrupts who does this work. */
    void interrupt(Object work) {
        Worker worker = workers.get(work);
        Thread thread = worker == null ? null : worker.thread;
        if (thread != null) {
            thread.interrupt();
        }
    }

    @Override
    public void shutdown() {
        threads.shutdown();
    }

    @Override
    public List<Runnable> shutdownNow() {
        return threads.shutdownNow();
    }

    @Override
    public boolean isShutdown() {
        return threads.isShutdown();
    }

    @Override
    public boolean isTerminated() {
        return threads.isTerminated();
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
        return threads.awaitTermination(timeout, unit);
    }

    /** Refers to its work only until that has ended, so that the map can let go of both. */
    private static final class Worker implements Runnable {
        private final CountDownLatch ended = new CountDownLatch(1);
        private volatile @Nullable Runnable work;
        private volatile @Nullable Thread thread;

        Worker(Runnable work) {
            this.work = work;
        }

        @Override
        public void run() {
            thread = Thread.currentThread();
            try {
                Objects.requireNonNull(work).run();
            } finally {
                work = null;
                ended.countDown();
            }
        }
    }
}
