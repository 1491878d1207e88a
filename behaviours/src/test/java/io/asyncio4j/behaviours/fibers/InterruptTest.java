package io.asyncio4j.behaviours.fibers;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.currentTask;
import static io.asyncio4j.Asyncio.getRunningLoop;
import static io.asyncio4j.Asyncio.run;
import static io.asyncio4j.Asyncio.sleep;
import static java.time.Duration.ZERO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.asyncio4j.CancelledError;
import io.asyncio4j.Coroutine;
import io.asyncio4j.EventLoop;
import io.asyncio4j.Future;
import io.asyncio4j.Task;
import io.asyncio4j.testkit.LazyAndEager;
import io.asyncio4j.testkit.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** {@code Thread.interrupt} of a task's thread: cancels a running task at its next wait, and disturbs no waiting one. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class InterruptTest {
    /** Lets another thread interrupt the calling one, and returns when it has. */
    private static void beInterruptedFromOutside() {
        Thread running = Thread.currentThread();
        Thread.ofPlatform().start(running::interrupt);
        while (!running.isInterrupted()) {
            Thread.onSpinWait();
        }
    }

    @LazyAndEager
    void interruptOfTheRunningTaskCancelsItAtItsNextWait(Mode mode) throws Exception {
        mode.run(() -> {
            Task<?> task = createTask(() -> {
                beInterruptedFromOutside();
                assertThatExceptionOfType(CancelledError.class).isThrownBy(() -> sleep(ZERO));
                assertThat(currentTask().cancelling()).isEqualTo(1);
                throw new CancelledError();
            });
            assertThatExceptionOfType(CancelledError.class).isThrownBy(task::await);
            assertThat(task.cancelled()).isTrue();
        });
    }

    @Test
    void interruptOfTheRunningTaskCancelsTheFutureItAwaitsNext() throws Exception {
        run(() -> {
            Future<String> future = getRunningLoop().createFuture();
            Task<?> task = createTask(() -> {
                beInterruptedFromOutside();
                return future.await();
            });
            assertThatExceptionOfType(CancelledError.class).isThrownBy(task::await);
            assertThat(future.cancelled()).isTrue();
        });
    }

    @Test
    void interruptThatBecameACancellationIsUsedUp() throws Exception {
        run(() -> {
            Task<Boolean> task = createTask(() -> {
                beInterruptedFromOutside();
                try {
                    sleep(ZERO);
                } catch (CancelledError expected) {
                    currentTask().uncancel();
                }
                sleep(ZERO);
                return Thread.currentThread().isInterrupted();
            });
            assertThat(task.await()).isFalse();
        });
    }

    @Test
    void interruptTheTaskClearsItselfCancelsNothing() throws Exception {
        run(() -> {
            Task<Integer> task = createTask(() -> {
                beInterruptedFromOutside();
                Thread.interrupted();
                sleep(ZERO);
                return currentTask().cancelling();
            });
            assertThat(task.await()).isZero();
        });
    }

    @Test
    void interruptBreaksABlockingCallOfTheRunningTaskAsAnywhere() throws Exception {
        run(() -> {
            Task<String> task = createTask(() -> {
                Thread running = Thread.currentThread();
                Thread.ofPlatform().start(running::interrupt);
                try {
                    new CountDownLatch(1).await();
                    return "not interrupted";
                } catch (InterruptedException interrupted) {
                    sleep(ZERO);
                    return "interrupted, and not cancelled: whoever catches the exception has taken it";
                }
            });
            assertThat(task.await()).startsWith("interrupted");
        });
    }

    @LazyAndEager
    void interruptOfAWaitingTaskDoesNotWakeIt(Mode mode) throws Exception {
        mode.run(() -> {
            Future<String> future = getRunningLoop().createFuture();
            Thread[] thread = new Thread[1];
            Task<String> task = createTask(() -> {
                thread[0] = Thread.currentThread();
                return future.await();
            });
            sleep(ZERO);
            thread[0].interrupt();
            for (int turn = 0; turn < 10; turn++) {
                sleep(ZERO);
            }
            assertThat(task.done()).isFalse();
            assertThat(task.cancelling()).isZero();
            future.setResult("undisturbed");
            assertThat(task.await()).isEqualTo("undisturbed");
        });
    }

    @Test
    void interruptOfAWaitingTaskIsKeptForWhenItRuns() throws Exception {
        run(() -> {
            Future<String> future = getRunningLoop().createFuture();
            Thread[] thread = new Thread[1];
            Task<Boolean> task = createTask(() -> {
                thread[0] = Thread.currentThread();
                future.await();
                boolean seen = Thread.currentThread().isInterrupted();
                assertThatExceptionOfType(CancelledError.class).isThrownBy(() -> sleep(ZERO));
                return seen;
            });
            sleep(ZERO);
            thread[0].interrupt();
            sleep(ZERO);
            future.setResult("go on");
            assertThat(task.await()).isTrue();
        });
    }

    @Test
    void interruptOfTheTaskWhoseThreadWaitsForWorkDoesNotWakeIt() throws Exception {
        run(() -> {
            EventLoop loop = getRunningLoop();
            Future<String> future = loop.createFuture();
            Thread waiting = Thread.currentThread();
            Thread.ofPlatform().start(() -> {
                // before that the task runs, and an interrupt means cancel
                while (waiting.getState() != Thread.State.WAITING) {
                    Thread.onSpinWait();
                }
                for (int time = 0; time < 100; time++) {
                    waiting.interrupt();
                }
                loop.callSoonThreadsafe(() -> future.setResult("undisturbed"));
            });
            assertThat(future.await()).isEqualTo("undisturbed");
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
        });
    }

    @Test
    void interruptLeftBehindByAFinishedTaskDoesNotReachTheNext() throws Exception {
        run(() -> {
            for (int round = 0; round < 50; round++) {
                Task<?> leaves = createTask(() -> Thread.currentThread().interrupt());
                Task<Boolean> next = createTask(() -> {
                    boolean seen = Thread.currentThread().isInterrupted();
                    sleep(ZERO);
                    return seen;
                });
                leaves.await();
                assertThat(next.await()).isFalse();
            }
        });
    }

    @Test
    void interruptOfPooledThreadsIsNotSeenByTheTasksThatRunOnThemLater() throws Exception {
        run(() -> {
            List<Thread> pooled = new ArrayList<>();
            List<Task<?>> first = new ArrayList<>();
            for (int number = 0; number < 20; number++) {
                first.add(createTask(() -> {
                    pooled.add(Thread.currentThread());
                    sleep(ZERO);
                }));
            }
            for (Task<?> task : first) {
                task.await();
            }
            pooled.forEach(Thread::interrupt);
            List<Task<Boolean>> later = new ArrayList<>();
            for (int number = 0; number < 20; number++) {
                later.add(createTask(() -> {
                    boolean seen = Thread.currentThread().isInterrupted();
                    sleep(ZERO);
                    return seen;
                }));
            }
            for (Task<Boolean> task : later) {
                assertThat(task.await()).isFalse();
            }
        });
    }

    @Test
    void interruptOfAPooledThreadIsNotSeenByCallbacks() throws Exception {
        EventLoop loop = new EventLoop();
        Thread pooled = loop.runUntilComplete((Coroutine<Thread>) Thread::currentThread);
        pooled.interrupt();
        List<Boolean> seen = new ArrayList<>();
        loop.callSoon(() -> seen.add(Thread.currentThread().isInterrupted()));
        loop.callSoon(loop::stop);
        loop.runForever();
        loop.close();
        assertThat(seen).containsExactly(false);
    }
}
