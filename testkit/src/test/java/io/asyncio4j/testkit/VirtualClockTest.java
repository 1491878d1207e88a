package io.asyncio4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asyncio4j.Asyncio;
import io.asyncio4j.EventLoop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class VirtualClockTest {

    private static final Duration DAY = Duration.ofDays(1);

    @Test
    void startsAtZero() {
        assertThat(new VirtualClock().time()).isZero();
    }

    @Test
    void jumpsToTheDeadline() {
        VirtualClock clock = new VirtualClock();
        clock.pollUntil(DAY.toNanos());
        assertThat(clock.time()).isEqualTo(DAY.toNanos());
    }

    @Test
    void neverGoesBack() {
        VirtualClock clock = new VirtualClock();
        clock.pollUntil(10);
        clock.pollUntil(5);
        assertThat(clock.time()).isEqualTo(10);
    }

    @Test
    void standsStillWhileSomethingIsReady() {
        VirtualClock clock = new VirtualClock();
        clock.pollNow();
        assertThat(clock.time()).isZero();
    }

    @Test
    void wakeupThatHasArrivedComesBeforeTheJump() {
        VirtualClock clock = new VirtualClock();
        clock.wakeup();
        clock.pollUntil(10);
        assertThat(clock.time()).isZero();
    }

    @Test
    void oneWakeupPreventsOneJump() {
        VirtualClock clock = new VirtualClock();
        clock.wakeup();
        clock.pollUntil(10);
        clock.pollUntil(10);
        assertThat(clock.time()).isEqualTo(10);
    }

    @Test
    void sleepingTakesVirtualTime() throws Exception {
        VirtualClock clock = new VirtualClock();
        Asyncio.run(() -> Asyncio.sleep(DAY), () -> new EventLoop(clock));
        assertThat(clock.time()).isEqualTo(DAY.toNanos());
    }

    @Test
    void advanceMovesTheClockByHand() {
        VirtualClock clock = new VirtualClock();
        clock.advance(DAY);
        assertThat(clock.time()).isEqualTo(DAY.toNanos());
    }

    @Test
    void elapsedIsTheTimeAsADuration() {
        VirtualClock clock = new VirtualClock();
        clock.advance(DAY);
        assertThat(clock.elapsed()).isEqualTo(DAY);
    }

    @Test
    void advanceRefusesToGoBack() {
        VirtualClock clock = new VirtualClock();
        assertThatThrownBy(() -> clock.advance(Duration.ofNanos(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("does not go back");
    }

    @Test
    void advanceRefusesToOverflow() {
        VirtualClock clock = new VirtualClock();
        assertThatThrownBy(() -> clock.advance(Duration.ofSeconds(Long.MAX_VALUE)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("too long");
    }

    @Test
    void deadlockIsDetectedWhereAskedFor() {
        assertThatThrownBy(() -> Asyncio.run(
                        () -> {
                            Asyncio.getRunningLoop().createFuture().await();
                        },
                        () -> new EventLoop(VirtualClock.detectingDeadlock())))
                .isInstanceOf(DeadlockException.class)
                .hasMessageContaining("nobody will ever do");
    }

    @Test
    void wakeupBeforeTheWaitIsNoDeadlock() {
        VirtualClock clock = VirtualClock.detectingDeadlock();
        clock.wakeup();
        clock.pollForever();
        assertThatThrownBy(clock::pollForever).isInstanceOf(DeadlockException.class);
    }

    @Test
    void otherThreadEndsAWaitWithoutDeadline() throws Exception {
        String answer = VirtualClock.within(() -> Asyncio.run(() -> Asyncio.toThread(() -> "done")));
        assertThat(answer).isEqualTo("done");
    }

    @Test
    void clockWaitsForWorkInThreadsBeforeATimeout() throws Exception {
        VirtualClock clock = VirtualClock.detectingDeadlock();
        CountDownLatch begun = new CountDownLatch(1);
        List<String> events = new ArrayList<>();
        Asyncio.run(
                () -> {
                    EventLoop loop = Asyncio.getRunningLoop();
                    loop.callLater(Duration.ofSeconds(1), () -> events.add("timer"));
                    loop.callSoon(begun::countDown);
                    Asyncio.toThread(() -> {
                        begun.await();
                        // gives a clock that would jump every chance to do so
                        for (int i = 0; i < 1000; i++) {
                            Thread.yield();
                        }
                        return null;
                    });
                    events.add("work");
                    Asyncio.sleep(Duration.ofSeconds(2));
                },
                () -> new EventLoop(clock));
        assertThat(events).containsExactly("work", "timer");
    }

    @Test
    void clockMovesAgainWhenTheWorkIsDone() throws Exception {
        VirtualClock clock = VirtualClock.detectingDeadlock();
        Asyncio.run(
                () -> {
                    Asyncio.toThread(() -> "done");
                    Asyncio.sleep(Duration.ofNanos(10));
                },
                () -> new EventLoop(clock));
        assertThat(clock.time()).isEqualTo(10);
    }

    @Test
    void refusedWorkDoesNotHoldTheClock() throws Exception {
        VirtualClock clock = new VirtualClock();
        ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
        executor.shutdown();
        Asyncio.run(
                () -> {
                    EventLoop loop = Asyncio.getRunningLoop();
                    assertThatThrownBy(() -> loop.runInExecutor(executor, () -> 1))
                            .isInstanceOf(RejectedExecutionException.class);
                    Asyncio.sleep(Duration.ofNanos(10));
                },
                () -> new EventLoop(clock));
        assertThat(clock.time()).isEqualTo(10);
    }

    @Test
    void workThatWasCalledOffBeforeItBeganDoesNotHoldTheClock() throws Exception {
        VirtualClock clock = new VirtualClock();
        CountDownLatch end = new CountDownLatch(1);
        try (ExecutorService executor = Executors.newSingleThreadExecutor()) {
            executor.execute(() -> await(end));
            Asyncio.run(
                    () -> {
                        Asyncio.getRunningLoop()
                                .runInExecutor(executor, () -> 1)
                                .cancel();
                        Asyncio.sleep(Duration.ofNanos(10));
                    },
                    () -> new EventLoop(clock));
            end.countDown();
        }
        assertThat(clock.time()).isEqualTo(10);
    }

    @Test
    void closingAHoldTwiceReleasesItOnce() {
        VirtualClock clock = VirtualClock.detectingDeadlock();
        VirtualClock.Hold first = clock.hold();
        VirtualClock.Hold second = clock.hold();
        first.close();
        first.close();
        Thread.ofVirtual().start(clock::wakeup);
        // with the second hold open this waits; with none it would be a deadlock
        clock.pollForever();
        second.close();
        assertThatThrownBy(clock::pollForever).isInstanceOf(DeadlockException.class);
    }

    @Test
    void everyLoopWithinHasAClockOfItsOwn() throws Exception {
        VirtualClock.within(() -> {
            Asyncio.run(() -> Asyncio.sleep(DAY));
            Asyncio.run(() -> {
                assertThat(Asyncio.getRunningLoop().time()).isZero();
            });
        });
    }

    @Test
    void withinReturnsWhatTheBodyReturned() throws Exception {
        assertThat(VirtualClock.within(() -> 7)).isEqualTo(7);
    }

    @Test
    void showsItsTime() {
        VirtualClock clock = new VirtualClock();
        clock.advance(Duration.ofMillis(1500));
        assertThat(clock).hasToString("<VirtualClock time=PT1.5S>");
    }

    private static void await(CountDownLatch latch) {
        boolean interrupted = true;
        while (interrupted) {
            try {
                latch.await();
                interrupted = false;
            } catch (InterruptedException shutdownNow) {
                interrupted = true;
            }
        }
    }
}
