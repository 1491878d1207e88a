package io.asyncio4j.behaviours.errors;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.currentTask;
import static io.asyncio4j.Asyncio.getRunningLoop;
import static io.asyncio4j.Asyncio.shielded;
import static io.asyncio4j.Asyncio.sleep;
import static io.asyncio4j.Asyncio.taskGroup;
import static io.asyncio4j.Asyncio.timeout;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.asyncio4j.CancelledError;
import io.asyncio4j.EventLoop;
import io.asyncio4j.ExceptionContext;
import io.asyncio4j.ExceptionGroup;
import io.asyncio4j.Task;
import io.asyncio4j.TaskGroup;
import io.asyncio4j.VoidCoroutine;
import io.asyncio4j.locks.Condition;
import io.asyncio4j.testkit.LazyAndEager;
import io.asyncio4j.testkit.Mode;
import io.asyncio4j.testkit.VirtualTime;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;

/** What is no swallowed cancellation, although it looks a bit like one: nothing of this is reported. */
@VirtualTime(detectDeadlock = true)
class NotSwallowedTest {
    private final List<ExceptionContext> reported = new ArrayList<>();
    private final List<Object> seen = new ArrayList<>();

    /** Cancels a task with this body after a second, and returns what it ended with. */
    private Throwable cancel(Mode mode, VoidCoroutine body) throws Exception {
        return mode.run(() -> {
            getRunningLoop().setDebug(true);
            getRunningLoop().setExceptionHandler((_, context) -> reported.add(context));
            Task<?> task = createTask(body);
            sleep(ofSeconds(1));
            task.cancel("enough");
            return catchThrowable(task::await);
        });
    }

    private static void cleanUp() {
        for (int step = 0; step < 3; step++) {
            sleep(ofSeconds(1));
        }
    }

    @LazyAndEager
    void cleanupInFinallyMayWait(Mode mode) throws Exception {
        Throwable end = cancel(mode, () -> {
            try {
                sleep(ofDays(1));
            } finally {
                cleanUp();
            }
        });
        assertThat(end).isInstanceOf(CancelledError.class);
        assertThat(reported).isEmpty();
    }

    @LazyAndEager
    void cleanupThatThrowsTheErrorOnMayWait(Mode mode) throws Exception {
        Throwable end = cancel(mode, () -> {
            try {
                sleep(ofDays(1));
            } catch (CancelledError error) {
                cleanUp();
                throw error;
            }
        });
        assertThat(end).isInstanceOf(CancelledError.class);
        assertThat(reported).isEmpty();
    }

    @LazyAndEager
    void cleanupThatThrowsAnotherCancellationMayWait(Mode mode) throws Exception {
        Throwable end = cancel(mode, () -> {
            try {
                sleep(ofDays(1));
            } catch (CancelledError _) {
                cleanUp();
                throw new CancelledError("in my own words");
            }
        });
        assertThat(end).isInstanceOf(CancelledError.class).hasMessage("in my own words");
        assertThat(reported).isEmpty();
    }

    @LazyAndEager
    void cleanupInALoopBeforeTheErrorGoesOnMayWait(Mode mode) throws Exception {
        Throwable end = cancel(mode, () -> {
            for (int attempt = 0; attempt < 3; attempt++) {
                try {
                    sleep(ofDays(1));
                } finally {
                    cleanUp();
                }
            }
        });
        assertThat(end).isInstanceOf(CancelledError.class);
        assertThat(reported).isEmpty();
    }

    @LazyAndEager
    void resourceThatIsClosedMayWait(Mode mode) throws Exception {
        Throwable end = cancel(mode, () -> {
            try (AutoCloseable _ = () -> cleanUp()) {
                sleep(ofDays(1));
            }
        });
        assertThat(end).isInstanceOf(CancelledError.class);
        assertThat(reported).isEmpty();
    }

    @LazyAndEager
    void cleanupThatFailsIsAFailureAndNoMore(Mode mode) throws Exception {
        Throwable end = cancel(mode, () -> {
            try {
                sleep(ofDays(1));
            } finally {
                cleanUp();
                failToClose();
            }
        });
        assertThat(end).isInstanceOf(IOException.class);
        assertThat(reported).isEmpty();
    }

    private static void failToClose() throws IOException {
        throw new IOException("not closed");
    }

    @LazyAndEager
    void failureWithTheErrorAsItsCauseHidesNothing(Mode mode) throws Exception {
        Throwable end = cancel(mode, () -> {
            try {
                sleep(ofDays(1));
            } catch (CancelledError error) {
                cleanUp();
                throw new IOException("stopped half way", error);
            }
        });
        assertThat(end).isInstanceOf(IOException.class);
        assertThat(reported).isEmpty();
    }

    @LazyAndEager
    void waitThatIsFinishedFirstAndThrowsThenIsNoSwallowing(Mode mode) throws Exception {
        Throwable end = cancel(mode, () -> {
            CancelledError latest = null;
            while (seen.size() < 5) {
                try {
                    sleep(ofSeconds(1));
                    seen.add("step");
                } catch (CancelledError error) {
                    latest = error;
                }
            }
            if (latest != null) {
                throw latest;
            }
        });
        assertThat(end).isInstanceOf(CancelledError.class);
        assertThat(seen).hasSize(5);
        assertThat(reported).isEmpty();
    }

    @LazyAndEager
    void requestTakenBackMayBeForgotten(Mode mode) throws Exception {
        Throwable end = cancel(mode, () -> {
            try {
                sleep(ofDays(1));
            } catch (CancelledError _) {
                currentTask().uncancel();
            }
            cleanUp();
        });
        assertThat(end).isNull();
        assertThat(reported).isEmpty();
    }

    @LazyAndEager
    void taskThatReturnsWithoutWaitingAgainIsLeftInPeace(Mode mode) throws Exception {
        Throwable end = cancel(mode, () -> {
            try {
                sleep(ofDays(1));
            } catch (CancelledError _) {
                seen.add("what there is so far");
            }
        });
        assertThat(end).isNull();
        assertThat(reported).isEmpty();
    }

    @LazyAndEager
    void taskThatCancelsItselfAgainIsCancelled(Mode mode) throws Exception {
        Throwable end = cancel(mode, () -> {
            try {
                sleep(ofDays(1));
            } catch (CancelledError _) {
                currentTask().cancel("again");
            }
            sleep(ofDays(1));
        });
        assertThat(end).isInstanceOf(CancelledError.class).hasMessage("again");
        assertThat(reported).isEmpty();
    }

    @LazyAndEager
    void timeoutTakesItsOwnRequestBack(Mode mode) throws Exception {
        mode.run(() -> {
            getRunningLoop().setDebug(true);
            getRunningLoop().setExceptionHandler((_, context) -> reported.add(context));
            for (int round = 0; round < 200; round++) {
                assertThatThrownBy(() -> timeout(ofSeconds(1), _ -> {
                            sleep(ofDays(1));
                        }))
                        .isInstanceOf(TimeoutException.class);
                sleep(ZERO);
            }
        });
        assertThat(reported).isEmpty();
    }

    @LazyAndEager
    void timeoutThatGoesOnIsItsOwnersBusiness(Mode mode) throws Exception {
        mode.run(() -> {
            getRunningLoop().setDebug(true);
            getRunningLoop().setExceptionHandler((_, context) -> reported.add(context));
            for (int round = 0; round < 3; round++) {
                try {
                    timeout(ofSeconds(1), _ -> {
                        try {
                            sleep(ofDays(1));
                        } finally {
                            cleanUp();
                        }
                    });
                } catch (TimeoutException _) {
                    seen.add("too slow");
                }
                sleep(ofSeconds(1));
            }
        });
        assertThat(seen).hasSize(3);
        assertThat(reported).isEmpty();
    }

    @LazyAndEager
    void groupTakesItsOwnRequestBack(Mode mode) throws Exception {
        mode.run(() -> {
            getRunningLoop().setDebug(true);
            getRunningLoop().setExceptionHandler((_, context) -> reported.add(context));
            assertThatThrownBy(() -> taskGroup((TaskGroup group) -> {
                        group.createTask(() -> failToClose());
                        sleep(ofDays(1));
                    }))
                    .isInstanceOf(ExceptionGroup.class);
            cleanUp();
        });
        assertThat(reported).isEmpty();
    }

    @LazyAndEager
    void groupWaitsForItsChildrenBeforeItGoesOn(Mode mode) throws Exception {
        Throwable end = cancel(
                mode,
                () -> taskGroup((TaskGroup group) -> {
                    group.createTask(() -> {
                        try {
                            sleep(ofDays(1));
                        } finally {
                            cleanUp();
                        }
                    });
                }));
        assertThat(end).isInstanceOf(CancelledError.class);
        assertThat(reported).isEmpty();
    }

    @LazyAndEager
    void conditionGetsItsLockBackBeforeItThrows(Mode mode) throws Exception {
        Condition condition = new Condition();
        Throwable end = mode.run(() -> {
            getRunningLoop().setDebug(true);
            getRunningLoop().setExceptionHandler((_, context) -> reported.add(context));
            Task<?> task = createTask(() -> {
                condition.acquire();
                try {
                    condition.await();
                } finally {
                    condition.release();
                }
            });
            sleep(ofSeconds(1));
            condition.acquire();
            task.cancel();
            sleep(ofSeconds(1));
            task.cancel();
            sleep(ofSeconds(1));
            condition.release();
            return catchThrowable(task::await);
        });
        assertThat(end).isInstanceOf(CancelledError.class);
        assertThat(reported).isEmpty();
    }

    @LazyAndEager
    void cancellationAfterAShieldedCleanupIsNotSwallowedByIt(Mode mode) throws Exception {
        Throwable end = cancel(mode, () -> {
            try {
                sleep(ofDays(1));
            } finally {
                shielded(ofSeconds(10), () -> cleanUp());
            }
        });
        assertThat(end).isInstanceOf(CancelledError.class);
        assertThat(reported).isEmpty();
    }

    @LazyAndEager
    void cancellationOfTheAwaitedTaskIsNotTheWaiters(Mode mode) throws Exception {
        mode.run(() -> {
            getRunningLoop().setDebug(true);
            getRunningLoop().setExceptionHandler((_, context) -> reported.add(context));
            for (int round = 0; round < 3; round++) {
                Task<?> child = createTask(() -> sleep(ofDays(1)));
                sleep(ZERO);
                child.cancel();
                try {
                    child.await();
                } catch (CancelledError _) {
                    seen.add("cancelled");
                }
                sleep(ZERO);
            }
        });
        assertThat(seen).hasSize(3);
        assertThat(reported).isEmpty();
    }

    @LazyAndEager
    void outsideDebugModeNobodyLooks(Mode mode) throws Exception {
        mode.run(() -> {
            EventLoop loop = getRunningLoop();
            loop.setExceptionHandler((_, context) -> reported.add(context));
            Task<?> task = createTask(() -> {
                try {
                    sleep(ofDays(1));
                } catch (CancelledError _) {
                    seen.add("ignored");
                }
                sleep(ofSeconds(1));
            });
            sleep(ofSeconds(1));
            task.cancel();
            task.await();
        });
        assertThat(reported).isEmpty();
    }
}
