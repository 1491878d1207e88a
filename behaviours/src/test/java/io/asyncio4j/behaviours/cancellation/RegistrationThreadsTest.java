package io.asyncio4j.behaviours.cancellation;

import static org.assertj.core.api.Assertions.assertThat;

import io.asyncio4j.cancellation.CancellationRegistration;
import io.asyncio4j.cancellation.CancellationToken;
import io.asyncio4j.cancellation.CancellationTokenSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tokens between threads, brought into order by latches. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RegistrationThreadsTest {
    private final CancellationTokenSource source = new CancellationTokenSource();
    private final CancellationToken token = source.token();

    private static void awaitLatch(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }

    /** Blocked for good reason: nothing but what it waits for makes it go on. */
    private static void awaitBlocked(Thread thread) {
        while (thread.getState() != Thread.State.WAITING && thread.isAlive()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void callbackRunsOnTheThreadThatCancels() throws Exception {
        CompletableFuture<Thread> ranOn = new CompletableFuture<>();
        assertThat(token.register(() -> ranOn.complete(Thread.currentThread())).isOpen())
                .isTrue();
        Thread canceller = Thread.ofVirtual().start(source::cancel);
        canceller.join();
        assertThat(ranOn).isCompletedWithValue(canceller);
    }

    @Test
    void closeWaitsForACallbackThatIsRunning() throws Exception {
        CountDownLatch inTheCallback = new CountDownLatch(1);
        CountDownLatch letGo = new CountDownLatch(1);
        ConcurrentLinkedQueue<String> events = new ConcurrentLinkedQueue<>();
        CancellationRegistration registration = token.register(() -> {
            inTheCallback.countDown();
            awaitLatch(letGo);
            events.add("callback ends");
        });
        Thread canceller = Thread.ofPlatform().start(source::cancel);
        inTheCallback.await();
        Thread closer = Thread.ofPlatform().start(() -> {
            registration.close();
            events.add("close returns");
        });
        awaitBlocked(closer);
        assertThat(events).isEmpty();
        letGo.countDown();
        closer.join();
        canceller.join();
        assertThat(events).containsExactly("callback ends", "close returns");
    }

    @Test
    void interruptDoesNotEndTheWaitOfClose() throws Exception {
        CountDownLatch inTheCallback = new CountDownLatch(1);
        CountDownLatch letGo = new CountDownLatch(1);
        ConcurrentLinkedQueue<String> events = new ConcurrentLinkedQueue<>();
        CancellationRegistration registration = token.register(() -> {
            inTheCallback.countDown();
            awaitLatch(letGo);
            events.add("callback ends");
        });
        Thread canceller = Thread.ofPlatform().start(source::cancel);
        inTheCallback.await();
        Thread closer = Thread.ofPlatform().start(() -> {
            registration.close();
            events.add("close returns, interrupted: " + Thread.currentThread().isInterrupted());
        });
        closer.interrupt();
        awaitBlocked(closer);
        letGo.countDown();
        closer.join();
        canceller.join();
        assertThat(events).containsExactly("callback ends", "close returns, interrupted: true");
    }

    @Test
    void closeDoesNotWaitForAnotherCallback() throws Exception {
        CountDownLatch inTheCallback = new CountDownLatch(1);
        CountDownLatch letGo = new CountDownLatch(1);
        AtomicInteger calls = new AtomicInteger();
        CancellationRegistration older = token.register(calls::incrementAndGet);
        assertThat(token.register(() -> {
                            inTheCallback.countDown();
                            awaitLatch(letGo);
                        })
                        .isOpen())
                .isTrue();
        Thread canceller = Thread.ofPlatform().start(source::cancel);
        inTheCallback.await();
        older.close();
        assertThat(older.isOpen()).isFalse();
        letGo.countDown();
        canceller.join();
        assertThat(calls).hasValue(0);
    }

    @Test
    void secondCancelReturnsWhileCallbacksOfTheFirstAreRunning() throws Exception {
        CountDownLatch inTheCallback = new CountDownLatch(1);
        CountDownLatch letGo = new CountDownLatch(1);
        assertThat(token.register(() -> {
                            inTheCallback.countDown();
                            awaitLatch(letGo);
                        })
                        .isOpen())
                .isTrue();
        Thread canceller = Thread.ofPlatform().start(source::cancel);
        inTheCallback.await();
        assertThat(source.cancel()).isFalse();
        letGo.countDown();
        canceller.join();
    }

    @Test
    void noLockIsHeldWhileACallbackRuns() throws Exception {
        CancellationRegistration other = token.register(() -> {});
        CompletableFuture<Boolean> registeredAndClosed = new CompletableFuture<>();
        assertThat(token.register(() -> {
                            Thread helper = Thread.ofPlatform().start(() -> {
                                other.close();
                                assertThat(token.register(() -> {}).isOpen()).isFalse();
                                registeredAndClosed.complete(true);
                            });
                            try {
                                helper.join();
                            } catch (InterruptedException unexpected) {
                                throw new IllegalStateException(unexpected);
                            }
                        })
                        .isOpen())
                .isTrue();
        source.cancel();
        assertThat(registeredAndClosed).isCompletedWithValue(true);
    }

    @Test
    void ofManyCancelsOneWinsAndEachCallbackRunsOnce() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        AtomicInteger winners = new AtomicInteger();
        for (int number = 0; number < 100; number++) {
            assertThat(token.register(calls::incrementAndGet).isOpen()).isTrue();
        }
        CyclicBarrier start = new CyclicBarrier(8);
        List<Thread> cancellers = new ArrayList<>();
        for (int number = 0; number < 8; number++) {
            cancellers.add(Thread.ofPlatform().start(() -> {
                try {
                    start.await();
                } catch (Exception unexpected) {
                    throw new IllegalStateException(unexpected);
                }
                if (source.cancel()) {
                    winners.incrementAndGet();
                }
            }));
        }
        for (Thread canceller : cancellers) {
            canceller.join();
        }
        assertThat(winners).hasValue(1);
        assertThat(calls).hasValue(100);
    }

    @Test
    void linkedSourceThatIsClosedWhileItsCallbackRunsDoesNotWait() throws Exception {
        CancellationTokenSource child = CancellationTokenSource.linkedTo(token);
        CountDownLatch inTheCallback = new CountDownLatch(1);
        CountDownLatch letGo = new CountDownLatch(1);
        assertThat(child.token()
                        .register(() -> {
                            inTheCallback.countDown();
                            awaitLatch(letGo);
                        })
                        .isOpen())
                .isTrue();
        Thread canceller = Thread.ofPlatform().start(source::cancel);
        inTheCallback.await();
        child.close();
        assertThat(child.isCancellationRequested()).isTrue();
        letGo.countDown();
        canceller.join();
    }
}
