package io.asyncio4j.behaviours.fibers;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.getRunningLoop;
import static io.asyncio4j.Asyncio.run;
import static io.asyncio4j.Asyncio.sleep;
import static java.time.Duration.ZERO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.asyncio4j.Asyncio;
import io.asyncio4j.EventLoop;
import io.asyncio4j.Future;
import io.asyncio4j.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Loops on several threads, and the threads that tasks start. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ManyThreadsTest {
    private static String program() throws Exception {
        return run(() -> {
            Task<String> task = createTask(() -> {
                sleep(ZERO);
                return "done";
            });
            return task.await();
        });
    }

    @Test
    void runsOnAPlatformThread() throws Exception {
        CompletableFuture<String> result = new CompletableFuture<>();
        Thread.ofPlatform().start(() -> complete(result));
        assertThat(result.get()).isEqualTo("done");
    }

    @Test
    void runsOnAVirtualThread() throws Exception {
        CompletableFuture<String> result = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> complete(result));
        assertThat(result.get()).isEqualTo("done");
    }

    private static void complete(CompletableFuture<String> result) {
        try {
            result.complete(program());
        } catch (Throwable failure) {
            result.completeExceptionally(failure);
        }
    }

    @Test
    void loopsRunOnSeveralThreadsAtOnce() throws Exception {
        CyclicBarrier allRun = new CyclicBarrier(4);
        try (ExecutorService threads =
                Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
            List<java.util.concurrent.Future<Integer>> results = new ArrayList<>();
            for (int number = 0; number < 4; number++) {
                results.add(threads.submit(() -> run(() -> {
                    Asyncio.toThread(() -> allRun.await());
                    int[] steps = {0};
                    List<Task<?>> tasks = new ArrayList<>();
                    for (int task = 0; task < 10; task++) {
                        tasks.add(createTask(() -> {
                            for (int step = 0; step < 1_000; step++) {
                                steps[0]++;
                                sleep(ZERO);
                            }
                        }));
                    }
                    for (Task<?> task : tasks) {
                        task.await();
                    }
                    return steps[0];
                })));
            }
            for (java.util.concurrent.Future<Integer> result : results) {
                assertThat(result.get()).isEqualTo(10_000);
            }
        }
    }

    @Test
    void runIsRefusedInsideARunningLoop() throws Exception {
        AtomicBoolean began = new AtomicBoolean();
        run(() -> {
            assertThatIllegalStateException()
                    .isThrownBy(() -> run(() -> began.set(true)))
                    .withMessageContaining("cannot be called from a running event loop");
            sleep(ZERO);
            assertThat(began).isFalse();
        });
    }

    @Test
    void runIsRefusedInsideACallback() throws Exception {
        run(() -> {
            Future<Throwable> refusal = getRunningLoop().createFuture();
            getRunningLoop().callSoon(() -> {
                try {
                    run(() -> {});
                } catch (Throwable refused) {
                    refusal.setResult(refused);
                }
            });
            assertThat(refusal.await()).isInstanceOf(IllegalStateException.class);
        });
    }

    @Test
    void secondLoopIsRefusedWhileAnotherRunsOnThisThread() throws Exception {
        EventLoop second = new EventLoop();
        run(() -> {
            assertThatIllegalStateException()
                    .isThrownBy(second::runForever)
                    .withMessageContaining("another loop is running");
            assertThatIllegalStateException()
                    .isThrownBy(() -> second.runUntilComplete(second.createFuture()))
                    .withMessageContaining("another loop is running");
            assertThat(second.isRunning()).isFalse();
        });
        second.close();
    }

    @Test
    void secondLoopMayRunInAThreadOfItsOwnMeanwhile() throws Exception {
        assertThat(run(() -> Asyncio.toThread(() -> program()))).isEqualTo("done");
    }

    @Test
    void threadAfterARunHasNoLoop() throws Exception {
        program();
        assertThatIllegalStateException()
                .isThrownBy(Asyncio::getRunningLoop)
                .withMessageContaining("no running event loop");
        assertThat(program()).isEqualTo("done");
    }

    @Test
    void threadStartedByATaskKnowsNoLoop() throws Exception {
        run(() -> {
            CompletableFuture<Object> seen = new CompletableFuture<>();
            Thread.startVirtualThread(() -> {
                try {
                    seen.complete(getRunningLoop());
                } catch (Throwable refused) {
                    seen.complete(refused);
                }
            });
            assertThat(Asyncio.wrapFuture(seen).await()).isInstanceOf(IllegalStateException.class);
        });
    }

    @Test
    void threadsStartedByATaskRunWhileItsLoopIsBlocked() throws Exception {
        run(() -> {
            // the task blocks its loop, and everything it has started still goes on
            SynchronousQueue<String> handOver = new SynchronousQueue<>();
            Thread.startVirtualThread(() -> put(handOver, "virtual"));
            assertThat(handOver.take()).isEqualTo("virtual");
            Thread.ofPlatform().start(() -> put(handOver, "platform"));
            assertThat(handOver.take()).isEqualTo("platform");
            assertThat(CompletableFuture.supplyAsync(() -> "common pool").get()).isEqualTo("common pool");
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                assertThat(threads.submit(() -> "executor").get()).isEqualTo("executor");
            }
        });
    }

    private static void put(SynchronousQueue<String> queue, String value) {
        try {
            queue.put(value);
        } catch (InterruptedException impossible) {
            throw new AssertionError(impossible);
        }
    }

    @Test
    void threadsStartedByATaskOutliveItsLoop() throws Exception {
        CountDownLatch loopIsGone = new CountDownLatch(1);
        CompletableFuture<String> result = new CompletableFuture<>();
        run(() -> {
            Thread.startVirtualThread(() -> {
                try {
                    loopIsGone.await();
                    result.complete("alive");
                } catch (InterruptedException impossible) {
                    result.completeExceptionally(impossible);
                }
            });
        });
        loopIsGone.countDown();
        assertThat(result.get()).isEqualTo("alive");
    }
}
