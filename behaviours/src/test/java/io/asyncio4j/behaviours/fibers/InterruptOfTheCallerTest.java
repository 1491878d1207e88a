package io.asyncio4j.behaviours.fibers;

import static io.asyncio4j.Asyncio.currentTask;
import static io.asyncio4j.Asyncio.getRunningLoop;
import static io.asyncio4j.Asyncio.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.asyncio4j.Asyncio;
import io.asyncio4j.CancelledError;
import io.asyncio4j.Coroutine;
import io.asyncio4j.EventLoop;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An interrupt of the thread that called {@code run} cancels the main task. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class InterruptOfTheCallerTest {
    /** What a thread saw of a run, and its interrupt status right after. */
    private record Ending(Object outcome, boolean interrupted) {}

    private static Thread runIn(boolean virtual, Coroutine<?> main, CompletableFuture<Ending> ending) {
        Runnable body = () -> {
            Object outcome;
            try {
                outcome = run(main);
            } catch (Throwable thrown) {
                outcome = thrown;
            }
            ending.complete(new Ending(outcome, Thread.currentThread().isInterrupted()));
        };
        return virtual ? Thread.ofVirtual().start(body) : Thread.ofPlatform().start(body);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void interruptCancelsTheMainTask(boolean virtual) throws Exception {
        CountDownLatch waiting = new CountDownLatch(1);
        CompletableFuture<Ending> ending = new CompletableFuture<>();
        Thread caller = runIn(
                virtual,
                () -> {
                    waiting.countDown();
                    return getRunningLoop().createFuture().await();
                },
                ending);
        waiting.await();
        caller.interrupt();
        assertThat(ending.get().outcome()).isInstanceOf(CancelledError.class);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void interruptStatusIsSetAgainAfterTheRun(boolean virtual) throws Exception {
        CountDownLatch waiting = new CountDownLatch(1);
        CompletableFuture<Ending> ending = new CompletableFuture<>();
        Thread caller = runIn(
                virtual,
                () -> {
                    waiting.countDown();
                    return getRunningLoop().createFuture().await();
                },
                ending);
        waiting.await();
        caller.interrupt();
        assertThat(ending.get().interrupted()).isTrue();
    }

    @Test
    void mainTaskMayCleanUpAndGoOnToAResult() throws Exception {
        CountDownLatch waiting = new CountDownLatch(1);
        CompletableFuture<Ending> ending = new CompletableFuture<>();
        Thread caller = runIn(
                false,
                () -> {
                    try {
                        waiting.countDown();
                        return getRunningLoop().createFuture().await();
                    } catch (CancelledError asked) {
                        Asyncio.sleep(java.time.Duration.ZERO);
                        return "cleaned up";
                    }
                },
                ending);
        waiting.await();
        caller.interrupt();
        assertThat(ending.get().outcome()).isEqualTo("cleaned up");
    }

    @Test
    void everyInterruptIsARequest() throws Exception {
        CountDownLatch waiting = new CountDownLatch(1);
        CountDownLatch waitingAgain = new CountDownLatch(1);
        CompletableFuture<Ending> ending = new CompletableFuture<>();
        Thread caller = runIn(
                false,
                () -> {
                    try {
                        waiting.countDown();
                        return getRunningLoop().createFuture().await();
                    } catch (CancelledError refused) {
                        try {
                            waitingAgain.countDown();
                            return getRunningLoop().createFuture().await();
                        } catch (CancelledError obeyed) {
                            return currentTask().cancelling();
                        }
                    }
                },
                ending);
        waiting.await();
        caller.interrupt();
        waitingAgain.await();
        caller.interrupt();
        assertThat(ending.get().outcome()).isEqualTo(2);
    }

    @Test
    void callerInterruptedBeforehandRunsACancelledMainTask() throws Exception {
        CompletableFuture<Ending> ending = new CompletableFuture<>();
        CountDownLatch go = new CountDownLatch(1);
        Thread caller = Thread.ofPlatform().start(() -> {
            Thread.currentThread().interrupt();
            go.countDown();
            Object outcome;
            try {
                outcome = run(() -> getRunningLoop().createFuture().await());
            } catch (Throwable thrown) {
                outcome = thrown;
            }
            ending.complete(new Ending(outcome, Thread.currentThread().isInterrupted()));
        });
        go.await();
        assertThat(ending.get().outcome()).isInstanceOf(CancelledError.class);
        assertThat(ending.get().interrupted()).isTrue();
        assertThat(caller.join(java.time.Duration.ofSeconds(20))).isTrue();
    }

    @Test
    void interruptOfTheCallerOfRunForeverStopsTheLoop() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        CompletableFuture<Boolean> stopped = new CompletableFuture<>();
        Thread caller = Thread.ofPlatform().start(() -> {
            EventLoop loop = new EventLoop();
            loop.callSoon(running::countDown);
            loop.runForever();
            loop.close();
            stopped.complete(loop.isClosed());
        });
        running.await();
        caller.interrupt();
        assertThat(stopped.get(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void interruptOfTheCallerIsNotSeenByTheTasksThread() throws Exception {
        CountDownLatch waiting = new CountDownLatch(1);
        CompletableFuture<Ending> ending = new CompletableFuture<>();
        Thread caller = runIn(
                false,
                () -> {
                    try {
                        waiting.countDown();
                        return getRunningLoop().createFuture().await();
                    } catch (CancelledError asked) {
                        return Thread.currentThread().isInterrupted();
                    }
                },
                ending);
        waiting.await();
        caller.interrupt();
        assertThat(ending.get().outcome()).isEqualTo(false);
    }
}
