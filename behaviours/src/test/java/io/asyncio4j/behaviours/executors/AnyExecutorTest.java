package io.asyncio4j.behaviours.executors;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.getRunningLoop;
import static io.asyncio4j.Asyncio.run;
import static io.asyncio4j.Asyncio.sleep;
import static java.time.Duration.ZERO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.asyncio4j.CancelledError;
import io.asyncio4j.ChildCancelledError;
import io.asyncio4j.EventLoop;
import io.asyncio4j.ExceptionContext;
import io.asyncio4j.Future;
import io.asyncio4j.OnCancel;
import io.asyncio4j.Task;
import java.io.IOException;
import java.io.Serializable;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RunnableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code runInExecutor} with executors of many kinds, and with functions that an executor may send elsewhere. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class AnyExecutorTest {
    private enum Kind {
        FIXED(() -> Executors.newFixedThreadPool(2)),
        SINGLE(Executors::newSingleThreadExecutor),
        SCHEDULED(() -> Executors.newScheduledThreadPool(1)),
        FORK_JOIN(ForkJoinPool::new),
        VIRTUAL(Executors::newVirtualThreadPerTaskExecutor);

        private final Supplier<ExecutorService> maker;

        Kind(Supplier<ExecutorService> maker) {
            this.maker = maker;
        }

        ExecutorService make() {
            return maker.get();
        }
    }

    /** A function that could be sent to another machine. */
    private interface Portable<T> extends Callable<T>, Serializable {}

    @ParameterizedTest
    @EnumSource
    void resultComesBack(Kind kind) throws Exception {
        try (ExecutorService executor = kind.make()) {
            run(() -> {
                assertThat(getRunningLoop().runInExecutor(executor, () -> 7).await())
                        .isEqualTo(7);
                Portable<Integer> portable = () -> 8;
                assertThat(getRunningLoop().runInExecutor(executor, portable).await())
                        .isEqualTo(8);
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void failureComesBackAsItself(Kind kind) throws Exception {
        IOException failure = new IOException("broken");
        Callable<Object> failing = () -> {
            throw failure;
        };
        Portable<Object> portable = () -> {
            throw failure;
        };
        try (ExecutorService executor = kind.make()) {
            run(() -> {
                assertThatExceptionOfType(IOException.class)
                        .isThrownBy(() -> getRunningLoop()
                                .runInExecutor(executor, failing)
                                .await())
                        .isSameAs(failure);
                if (kind != Kind.FORK_JOIN) { // which wraps it to have both stacks
                    assertThatExceptionOfType(IOException.class)
                            .isThrownBy(() -> getRunningLoop()
                                    .runInExecutor(executor, portable)
                                    .await())
                            .isSameAs(failure);
                }
            });
        }
    }

    @Test
    void portableFunctionIsHandedOverAsItself() throws Exception {
        Portable<String> function = () -> "done";
        CompletableFuture<Callable<?>> handed = new CompletableFuture<>();
        ExecutorService executor = new DirectExecutor() {
            @Override
            protected <T> RunnableFuture<T> newTaskFor(Callable<T> callable) {
                handed.complete(callable);
                return super.newTaskFor(callable);
            }
        };
        run(() -> assertThat(getRunningLoop().runInExecutor(executor, function).await())
                .isEqualTo("done"));
        assertThat(handed.join()).isSameAs(function);
    }

    @Test
    void futureThatIsAStageIsListenedTo() throws Exception {
        Portable<String> function = () -> "never called";
        StageFuture<String> stage = new StageFuture<>();
        ExecutorService executor = new DirectExecutor() {
            @Override
            @SuppressWarnings("unchecked")
            public <T> java.util.concurrent.Future<T> submit(Callable<T> callable) {
                return (java.util.concurrent.Future<T>) stage;
            }
        };
        run(() -> {
            Future<String> future = getRunningLoop().runInExecutor(executor, function);
            Thread.ofPlatform().start(() -> stage.complete("from elsewhere"));
            assertThat(future.await()).isEqualTo("from elsewhere");
        });
    }

    /** As executors that send work elsewhere return. */
    private static final class StageFuture<T> extends CompletableFuture<T> {}

    @Test
    void cancellationOfTheExecutorsFutureIsThatOfOurs() throws Exception {
        Portable<String> function = () -> "never called";
        CompletableFuture<java.util.concurrent.Future<?>> theirs = new CompletableFuture<>();
        ExecutorService executor = new DirectExecutor() {
            @Override
            public <T> java.util.concurrent.Future<T> submit(Callable<T> callable) {
                FutureTask<T> future = new FutureTask<>(callable);
                theirs.complete(future);
                return future;
            }
        };
        run(() -> {
            Future<String> future = getRunningLoop().runInExecutor(executor, function);
            theirs.join().cancel(false);
            assertThatExceptionOfType(ChildCancelledError.class).isThrownBy(future::await);
        });
    }

    @Test
    void failureOfAPortableFunctionAfterTheEndOfItsLoopIsReported() throws Exception {
        IOException failure = new IOException("too late");
        CountDownLatch closed = new CountDownLatch(1);
        BlockingQueue<ExceptionContext> reports = new LinkedBlockingQueue<>();
        Portable<String> portable = () -> {
            closed.await();
            throw failure;
        };
        try (ExecutorService executor = Executors.newSingleThreadExecutor()) {
            EventLoop loop = new EventLoop();
            loop.setExceptionHandler((_, context) -> reports.add(context));
            loop.runUntilComplete(
                    () -> getRunningLoop().runInExecutor(executor, portable).done());
            loop.close();
            closed.countDown();
            assertThat(reports.take().exception()).isSameAs(failure);
        }
    }

    @Test
    void cancelledPortableFunctionIsInterruptedWhereThatWasAskedFor() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        Portable<Object> function = () -> {
            try {
                begun.countDown();
                new CountDownLatch(1).await();
                return null;
            } catch (InterruptedException exception) {
                interrupted.countDown();
                throw exception;
            }
        };
        try (ExecutorService executor = Executors.newSingleThreadExecutor()) {
            run(() -> {
                Task<?> task = createTask(() -> getRunningLoop()
                        .runInExecutor(executor, function, OnCancel.INTERRUPT)
                        .await());
                sleep(ZERO);
                begun.await();
                task.cancel();
                assertThatExceptionOfType(CancelledError.class).isThrownBy(task::await);
                sleep(ZERO);
                interrupted.await();
            });
        }
    }

    @Test
    void hookEndsAPortableFunction() throws Exception {
        CountDownLatch letGo = new CountDownLatch(1);
        AtomicBoolean ended = new AtomicBoolean();
        Portable<Object> function = () -> {
            letGo.await();
            ended.set(true);
            return null;
        };
        try (ExecutorService executor = Executors.newSingleThreadExecutor()) {
            run(() -> getRunningLoop()
                    .runInExecutor(executor, function, OnCancel.call(letGo::countDown))
                    .cancel());
        }
        assertThat(ended).isTrue();
    }

    @Test
    void cancelledPortableFunctionThatHasNotBegunNeverBegins() throws Exception {
        CountDownLatch letGo = new CountDownLatch(1);
        AtomicBoolean begun = new AtomicBoolean();
        Portable<Object> function = () -> {
            begun.set(true);
            return null;
        };
        try (ExecutorService executor = Executors.newSingleThreadExecutor()) {
            run(() -> {
                Future<?> first = getRunningLoop().runInExecutor(executor, () -> {
                    letGo.await();
                    return null;
                });
                Future<?> second = getRunningLoop().runInExecutor(executor, function);
                second.cancel();
                sleep(ZERO);
                letGo.countDown();
                first.await();
            });
        }
        assertThat(begun).isFalse();
    }

    /** Runs in the calling thread. */
    private static class DirectExecutor extends AbstractExecutorService {
        @Override
        public void execute(Runnable command) {
            command.run();
        }

        @Override
        public void shutdown() {}

        @Override
        public java.util.List<Runnable> shutdownNow() {
            return java.util.List.of();
        }

        @Override
        public boolean isShutdown() {
            return false;
        }

        @Override
        public boolean isTerminated() {
            return false;
        }

        @Override
        public boolean awaitTermination(long timeout, java.util.concurrent.TimeUnit unit) {
            return true;
        }
    }
}
