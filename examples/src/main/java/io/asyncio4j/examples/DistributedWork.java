package io.asyncio4j.examples;

import static io.asyncio4j.Asyncio.*;
import static java.time.Duration.ofMillis;

import io.asyncio4j.CancelledError;
import io.asyncio4j.EventLoop;
import io.asyncio4j.Future;
import io.asyncio4j.OnCancel;
import io.asyncio4j.Task;
import java.io.IOException;
import java.io.Serializable;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeoutException;

/**
 * Shows tasks that offload work to the members of a Hazelcast cluster. A function that is {@link Serializable} is sent as
 * it is; its result, its failure, a timeout and a cancellation come back as those of local work do.
 */
final class DistributedWork {
    private DistributedWork() {}

    static void main() throws Exception {
        try (Cluster cluster = new Cluster()) {
            IO.println(cluster.size() + " members");
            run(() -> offload(cluster.executor()));
        }
    }

    static void offload(ExecutorService members) throws Exception {
        EventLoop loop = getRunningLoop();
        IO.println("squares: "
                + gather(loop.runInExecutor(members, new Square(3)), loop.runInExecutor(members, new Square(4)))
                        .await());

        try {
            loop.runInExecutor(members, new Broken()).await();
        } catch (IOException exception) {
            IO.println("failed: " + exception.getMessage());
        }

        try {
            timeout(null, t -> {
                Future<Integer> endless = loop.runInExecutor(members, new Endless(), OnCancel.INTERRUPT);
                toThread(() -> Endless.BEGUN.acquire());
                t.reschedule(loop.time() + ofMillis(50).toNanos());
                endless.await();
            });
        } catch (TimeoutException _) {
            toThread(() -> Endless.INTERRUPTED.acquire());
            IO.println("too slow, interrupted over there");
        }

        Task<?> task = createTask(() ->
                loop.runInExecutor(members, new Endless(), OnCancel.INTERRUPT).await());
        toThread(() -> Endless.BEGUN.acquire());
        task.cancel();
        try {
            task.await();
        } catch (CancelledError _) {
            toThread(() -> Endless.INTERRUPTED.acquire());
            IO.println("cancelled, interrupted over there");
        }
    }

    /** Computes a square, wherever it is sent. */
    record Square(int number) implements Callable<Integer>, Serializable {
        @Override
        public Integer call() {
            return number * number;
        }
    }

    /** Fails, wherever it is sent. */
    record Broken() implements Callable<Integer>, Serializable {
        @Override
        public Integer call() throws IOException {
            throw new IOException("no disk over there");
        }
    }

    /** Goes on until it is interrupted. Both members live in this JVM, so one can watch it from here. */
    record Endless() implements Callable<Integer>, Serializable {
        static final Semaphore BEGUN = new Semaphore(0);
        static final Semaphore INTERRUPTED = new Semaphore(0);

        @Override
        public Integer call() throws InterruptedException {
            BEGUN.release();
            try {
                new CountDownLatch(1).await();
                return 0;
            } catch (InterruptedException exception) {
                INTERRUPTED.release();
                throw exception;
            }
        }
    }
}
