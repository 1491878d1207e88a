package io.asyncio4j.behaviours.loop;

import static io.asyncio4j.Asyncio.sleep;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.asyncio4j.CoroutineExit;
import io.asyncio4j.EventLoop;
import io.asyncio4j.ExceptionContext;
import io.asyncio4j.Future;
import io.asyncio4j.Task;
import io.asyncio4j.testkit.VirtualTime;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of the tasks of a loop that is closed before they are done. */
@VirtualTime
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ClosingTest {
    private final List<String> steps = new ArrayList<>();
    private final List<ExceptionContext> reports = new ArrayList<>();
    private EventLoop loop;

    @BeforeEach
    void open() {
        loop = new EventLoop();
        loop.setExceptionHandler((on, context) -> reports.add(context));
    }

    private void runOneTurn() {
        loop.stop();
        loop.runForever();
    }

    @Test
    void finallyBlocksOfWaitingTasksRun() {
        loop.createTask(
                () -> {
                    try {
                        sleep(ofSeconds(1));
                    } finally {
                        steps.add("cleanup");
                    }
                },
                null,
                null,
                false);
        runOneTurn();
        loop.close();
        assertThat(steps).containsExactly("cleanup");
    }

    @Test
    void tasksAreUnwoundInTheOrderOfTheirCreation() {
        for (String name : List.of("a", "b", "c")) {
            loop.createTask(() -> {
                try {
                    return sleep(ofSeconds(1), null);
                } finally {
                    steps.add(name);
                }
            });
        }
        runOneTurn();
        loop.close();
        assertThat(steps).containsExactly("a", "b", "c");
    }

    @Test
    void resourcesAreClosed() {
        loop.createTask(() -> {
            try (AutoCloseable resource = () -> steps.add("closed")) {
                return sleep(ofSeconds(1), resource);
            }
        });
        runOneTurn();
        loop.close();
        assertThat(steps).containsExactly("closed");
    }

    @Test
    void whatUnwindsThemIsNoExceptionACatchClauseIsMeantFor() {
        loop.createTask(() -> {
            try {
                return sleep(ofSeconds(1), null);
            } catch (Exception exception) {
                steps.add("caught as an Exception");
                return null;
            } catch (CoroutineExit exit) {
                steps.add("is a CoroutineExit");
                throw exit;
            }
        });
        runOneTurn();
        loop.close();
        assertThat(steps).containsExactly("is a CoroutineExit");
    }

    @Test
    void cleanupCannotWait() {
        Future<String> future = loop.createFuture();
        loop.createTask(() -> {
            try {
                return sleep(ofSeconds(1), null);
            } finally {
                try {
                    sleep(ZERO);
                    steps.add("waited");
                } catch (CoroutineExit refused) {
                    steps.add("sleep refused");
                }
                try {
                    future.await();
                    steps.add("waited");
                } catch (CoroutineExit refused) {
                    steps.add("await refused");
                }
            }
        });
        runOneTurn();
        loop.close();
        assertThat(steps).containsExactly("sleep refused", "await refused");
    }

    @Test
    void taskThatIgnoresItsEndIsTalkedOutOfEveryWait() {
        loop.createTask(() -> {
            for (int time = 0; time < 3; time++) {
                try {
                    sleep(ZERO);
                } catch (CoroutineExit ignored) {
                    steps.add("ignored");
                }
            }
            return "result";
        });
        runOneTurn();
        loop.close();
        assertThat(steps).containsExactly("ignored", "ignored", "ignored");
    }

    @Test
    void waitForTimeIsRefusedInCleanupAsAnyOtherIs() {
        // not by an Exception: a loop of retries that catches those would never end
        loop.createTask(() -> {
            try {
                return sleep(ofSeconds(1), null);
            } finally {
                try {
                    sleep(ofSeconds(1));
                } catch (CoroutineExit refused) {
                    steps.add("refused");
                }
            }
        });
        runOneTurn();
        loop.close();
        assertThat(steps).containsExactly("refused");
    }

    @Test
    void tasksThatNeverBeganDoNotBegin() {
        loop.createTask(() -> steps.add("began"));
        loop.close();
        assertThat(steps).isEmpty();
    }

    @Test
    void eachPendingTaskIsReportedAsDestroyed() {
        Task<?> waiting = loop.createTask(() -> sleep(ofSeconds(1), null), "waiting", null, false);
        runOneTurn();
        Task<?> fresh = loop.createTask(() -> "never", "fresh", null, false);
        loop.close();
        assertThat(reports)
                .hasSize(2)
                .allSatisfy(report -> assertThat(report.message()).contains("Task was destroyed but it is pending!"));
        assertThat(reports.stream().<Object>map(ExceptionContext::future)).containsExactly(waiting, fresh);
    }

    @Test
    void finishedTasksAreNotReported() throws Exception {
        loop.runUntilComplete(loop.createTask(() -> "done"));
        loop.close();
        assertThat(reports).isEmpty();
    }

    @Test
    void cleanupThatFailsIsReportedAndTheOthersStillClean() {
        loop.createTask(() -> {
            try {
                return sleep(ofSeconds(1), null);
            } finally {
                fail();
            }
        });
        loop.createTask(() -> {
            try {
                return sleep(ofSeconds(1), null);
            } finally {
                steps.add("second cleanup");
            }
        });
        runOneTurn();
        loop.close();
        assertThat(steps).containsExactly("second cleanup");
        assertThat(reports).anySatisfy(report -> assertThat(report.exception()).hasMessage("cleanup failed"));
    }

    private static void fail() {
        throw new IllegalArgumentException("cleanup failed");
    }

    @Test
    void cleanupThatUsesTheClosedLoopIsRefused() {
        loop.createTask(() -> {
            try {
                return sleep(ofSeconds(1), null);
            } finally {
                try {
                    loop.createTask(() -> "never");
                } catch (IllegalStateException refused) {
                    steps.add("refused");
                }
            }
        });
        runOneTurn();
        loop.close();
        assertThat(steps).containsExactly("refused");
    }

    @Test
    void callbacksAndTimersThatWereLeftAreNotCalled() {
        loop.callSoon(() -> steps.add("callback"));
        loop.callLater(ZERO, () -> steps.add("timer"));
        loop.close();
        assertThat(steps).isEmpty();
    }

    @Test
    void destroyedTasksAreDone() {
        Task<?> task = loop.createTask(() -> sleep(ofSeconds(1), null));
        runOneTurn();
        loop.close();
        assertThat(task.done()).isTrue();
    }

    @Test
    void threadOfADestroyedTaskEnds() throws Exception {
        Thread[] thread = new Thread[1];
        loop.createTask(() -> {
            thread[0] = Thread.currentThread();
            return sleep(ofSeconds(1), null);
        });
        runOneTurn();
        loop.close();
        thread[0].join();
        assertThat(thread[0].isAlive()).isFalse();
    }

    @Test
    void failureNobodyAskedForIsReportedAtTheLatestWhenTheLoopCloses() throws Exception {
        loop.createTask(() -> {
            throw new IllegalArgumentException("nobody asked");
        });
        runOneTurn();
        loop.close();
        assertThat(reports).singleElement().satisfies(report -> {
            assertThat(report.message()).contains("Task exception was never retrieved");
            assertThat(report.exception()).hasMessage("nobody asked");
        });
    }

    @Test
    void loopKeepsATaskThatNobodyElseRefersTo() throws Exception {
        Future<String> gate = loop.createFuture();
        WeakReference<Task<?>> task = startWaiting(gate);
        runOneTurn();
        for (int time = 0; time < 3; time++) {
            System.gc();
        }
        assertThat(task.get()).isNotNull();
        gate.setResult("go");
        runOneTurn();
        assertThat(steps).containsExactly("went on");
        loop.close();
    }

    private WeakReference<Task<?>> startWaiting(Future<String> gate) {
        return new WeakReference<>(loop.createTask(() -> {
            gate.await();
            return steps.add("went on");
        }));
    }

    @Test
    void loopKeepsATaskThatAwaitsAFutureNobodyElseRefersTo() throws Exception {
        WeakReference<Task<?>> task =
                new WeakReference<>(loop.createTask(() -> loop.createFuture().await()));
        runOneTurn();
        for (int time = 0; time < 3; time++) {
            System.gc();
        }
        assertThat(task.get()).isNotNull();
        loop.close();
    }

    @Test
    void loopLetsGoOfFinishedTasks() throws Exception {
        WeakReference<Task<?>> task = new WeakReference<>(loop.createTask(() -> sleep(ZERO, "done")));
        runOneTurn();
        runOneTurn();
        runOneTurn();
        while (task.get() != null) {
            System.gc();
        }
        assertThat(task.get()).isNull();
        loop.close();
    }
}
