package io.asyncio4j.behaviours.loop;

import static io.asyncio4j.Asyncio.sleep;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.asyncio4j.Coroutine;
import io.asyncio4j.EventLoop;
import io.asyncio4j.Future;
import io.asyncio4j.Task;
import io.asyncio4j.lowlevel.Poller;
import io.asyncio4j.lowlevel.PollerFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a loop asks of its poller, when, and what becomes of a poller that throws. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PollerTest {
    /** Notes what it is asked, and jumps to deadlines. */
    private static class NotingPoller implements Poller {
        final List<String> calls = new ArrayList<>();
        final Semaphore wakeups = new Semaphore(0);
        long now;

        @Override
        public long time() {
            return now;
        }

        @Override
        public void pollNow() {
            calls.add("now");
        }

        @Override
        public void pollUntil(long deadline) {
            calls.add("until " + deadline);
            now = deadline;
        }

        @Override
        public void pollForever() {
            calls.add("forever");
            wakeups.acquireUninterruptibly();
        }

        @Override
        public void wakeup() {
            wakeups.release();
        }

        @Override
        public void close() {
            calls.add("close");
        }
    }

    @Test
    void loopNamesThePollerItWasMadeWith() {
        NotingPoller poller = new NotingPoller();
        EventLoop loop = new EventLoop(poller);
        assertThat(loop.getPoller()).isSameAs(poller);
        loop.close();
    }

    @Test
    void isPolledOncePerTurnWhileTheLoopIsBusy() throws Exception {
        NotingPoller poller = new NotingPoller();
        EventLoop loop = new EventLoop(poller);
        loop.callSoon(() -> loop.callSoon(() -> loop.callSoon(loop::stop)));
        loop.runForever();
        assertThat(poller.calls).containsExactly("now", "now", "now");
        loop.close();
    }

    @Test
    void isAskedToWaitForTheNextTimer() throws Exception {
        NotingPoller poller = new NotingPoller();
        EventLoop loop = new EventLoop(poller);
        loop.callAt(7, () -> {});
        loop.callAt(9, loop::stop);
        loop.runForever();
        assertThat(poller.calls).containsExactly("until 7", "until 9");
        loop.close();
    }

    @Test
    void isAskedToWaitForEverWhenThereIsNothingAndIsWokenByOtherThreads() throws Exception {
        CountDownLatch waits = new CountDownLatch(1);
        NotingPoller poller = new NotingPoller() {
            @Override
            public void pollForever() {
                waits.countDown();
                super.pollForever();
            }
        };
        EventLoop loop = new EventLoop(poller);
        Thread other = Thread.ofPlatform().start(() -> {
            try {
                waits.await();
            } catch (InterruptedException impossible) {
                throw new AssertionError(impossible);
            }
            loop.callSoonThreadsafe(loop::stop);
        });
        loop.runForever();
        other.join();
        assertThat(poller.calls).startsWith("forever");
        loop.close();
    }

    @Test
    void isClosedOnceWithItsLoop() {
        NotingPoller poller = new NotingPoller();
        EventLoop loop = new EventLoop(poller);
        loop.close();
        loop.close();
        assertThat(poller.calls).containsExactly("close");
    }

    @Test
    void isTheLoopsClock() {
        NotingPoller poller = new NotingPoller();
        EventLoop loop = new EventLoop(poller);
        poller.now = 42;
        assertThat(loop.time()).isEqualTo(42);
        assertThat(loop.callLater(ofSeconds(1), () -> {}).when()).isEqualTo(1_000_000_042);
        loop.close();
    }

    @Test
    void mayReturnEarlyAndIsAskedAgain() throws Exception {
        NotingPoller poller = new NotingPoller() {
            @Override
            public void pollUntil(long deadline) {
                calls.add("until " + deadline);
                now++;
            }
        };
        EventLoop loop = new EventLoop(poller);
        loop.callAt(3, loop::stop);
        loop.runForever();
        assertThat(poller.calls).containsExactly("until 3", "until 3", "until 3");
        loop.close();
    }

    @Test
    void mayCallBackWhatInputIsReady() throws Exception {
        EventLoop[] loop = new EventLoop[1];
        NotingPoller poller = new NotingPoller() {
            @Override
            public void pollForever() {
                loop[0].callSoon(loop[0]::stop);
            }
        };
        loop[0] = new EventLoop(poller);
        loop[0].runForever();
        assertThat(loop[0].isRunning()).isFalse();
        loop[0].close();
    }

    @Test
    void whatItThrowsComesOutOfTheRun() throws Exception {
        IllegalStateException broken = new IllegalStateException("the device is gone");
        NotingPoller poller = new NotingPoller() {
            @Override
            public void pollForever() {
                throw broken;
            }
        };
        EventLoop loop = new EventLoop(poller);
        assertThatIllegalStateException().isThrownBy(loop::runForever).isSameAs(broken);
        assertThat(loop.isRunning()).isFalse();
        loop.close();
    }

    @Test
    void errorItThrowsComesOutOfTheRun() throws Exception {
        NotingPoller poller = new NotingPoller() {
            @Override
            public void pollForever() {
                throw new AssertionError("bug");
            }
        };
        EventLoop loop = new EventLoop(poller);
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(loop::runForever)
                .withMessage("bug");
        loop.close();
    }

    @Test
    void loopIsWholeAfterItThrewOnTheThreadOfAWaitingTask() throws Exception {
        NotingPoller poller = new NotingPoller() {
            @Override
            public void pollForever() {
                throw new IllegalStateException("for once");
            }
        };
        EventLoop loop = new EventLoop(poller);
        Future<String> future = loop.createFuture();
        Task<String> task = loop.createTask(future::await);
        assertThatIllegalStateException()
                .isThrownBy(() -> loop.runUntilComplete(task))
                .withMessage("for once");
        assertThat(task.done()).isFalse();
        future.setResult("goes on");
        assertThat(loop.runUntilComplete(task)).isEqualTo("goes on");
        loop.close();
    }

    @Test
    void nullIsRefused() {
        assertThatNullPointerException().isThrownBy(() -> new EventLoop((Poller) null));
    }

    @Test
    void factoryOfTheScopeMakesThePollersOfNewLoops() throws Exception {
        NotingPoller poller = new NotingPoller();
        ScopedValue.where(PollerFactory.CURRENT, () -> poller).run(() -> new EventLoop().close());
        assertThat(poller.calls).containsExactly("close");
    }

    @Test
    void pollerOfTheMachinesClockIsWokenOutOfAWaitForATimer() throws Exception {
        EventLoop loop = new EventLoop();
        CountDownLatch waiting = new CountDownLatch(1);
        Future<String> future = loop.createFuture();
        loop.callLater(ofSeconds(3600), () -> future.setResult("too late"));
        loop.callSoon(waiting::countDown);
        Thread.ofPlatform().start(() -> {
            try {
                waiting.await();
            } catch (InterruptedException impossible) {
                throw new AssertionError(impossible);
            }
            loop.callSoonThreadsafe(() -> future.setResult("woken"));
        });
        assertThat(loop.runUntilComplete(future)).isEqualTo("woken");
        loop.close();
    }

    @Test
    void pollerOfTheMachinesClockWaitsForTimers() throws Exception {
        EventLoop loop = new EventLoop();
        long began = loop.time();
        loop.runUntilComplete((Coroutine<Object>) () -> {
            sleep(ZERO);
            return sleep(java.time.Duration.ofMillis(5), null);
        });
        assertThat(loop.time() - began).isGreaterThanOrEqualTo(5_000_000);
        loop.close();
    }
}
