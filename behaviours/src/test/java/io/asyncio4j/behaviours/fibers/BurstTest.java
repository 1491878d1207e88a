package io.asyncio4j.behaviours.fibers;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.run;
import static io.asyncio4j.Asyncio.sleep;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.asyncio4j.EventLoop;
import io.asyncio4j.Task;
import io.asyncio4j.testkit.VirtualTime;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Very many tasks, and very many loops, leave nothing behind. */
@Tag("slow")
@VirtualTime
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BurstTest {
    private static final int TASKS = 1_000_000;
    private static final int LOOPS = 100_000;

    /** Far more than a pool may keep, and far less than the burst needed. */
    private static final int KEPT_AT_MOST = 10_000;

    private static long alive(List<Thread> threads) {
        return threads.stream().filter(Thread::isAlive).count();
    }

    /** Waits until the threads that were let go have come to their end; only the guard ends it if they do not. */
    private static void awaitThatAtMostAreAlive(long number, List<Thread> threads) {
        while (alive(threads) > number) {
            Thread.yield();
        }
    }

    @Test
    void poolShrinksAfterAMillionTasks() throws Exception {
        List<Thread> threads = new ArrayList<>(TASKS);
        run(() -> {
            List<Task<?>> tasks = new ArrayList<>(TASKS);
            for (int number = 0; number < TASKS; number++) {
                tasks.add(createTask(() -> {
                    threads.add(Thread.currentThread());
                    sleep(ofSeconds(1));
                }));
            }
            for (Task<?> task : tasks) {
                task.await();
            }
            assertThat(threads).hasSize(TASKS);
            awaitThatAtMostAreAlive(KEPT_AT_MOST, threads);
            // the loop goes on as before
            assertThat(createTask(() -> sleep(ZERO, "works")).await()).isEqualTo("works");
        });
    }

    @Test
    void closedLoopLeavesNoThread() throws Exception {
        List<Thread> threads = new ArrayList<>();
        run(() -> {
            List<Task<?>> tasks = new ArrayList<>();
            for (int number = 0; number < 100; number++) {
                tasks.add(createTask(() -> {
                    threads.add(Thread.currentThread());
                    sleep(ofSeconds(1));
                }));
            }
            for (Task<?> task : tasks) {
                task.await();
            }
        });
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(alive(threads)).isZero();
    }

    @Test
    void manyLoopsLeaveNoThread() throws Exception {
        List<Thread> threads = new ArrayList<>();
        for (int number = 0; number < LOOPS; number++) {
            run(() -> {
                Task<?> task = createTask(() -> {
                    threads.add(Thread.currentThread());
                    sleep(ZERO);
                });
                threads.add(Thread.currentThread());
                task.await();
            });
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(alive(threads)).isZero();
    }

    @Test
    void manyLoopsLeaveNoMemory() throws Exception {
        List<WeakReference<EventLoop>> loops = new ArrayList<>();
        for (int number = 0; number < LOOPS; number++) {
            run(() -> createTask(() -> sleep(ZERO)).await(), () -> {
                EventLoop loop = new EventLoop();
                loops.add(new WeakReference<>(loop));
                return loop;
            });
        }
        while (loops.stream().anyMatch(loop -> loop.get() != null)) {
            System.gc();
        }
        assertThat(loops).hasSize(LOOPS).allMatch(loop -> loop.get() == null);
    }

    @Test
    void loopThatWasNeverRunLeavesNothing() {
        EventLoop loop = new EventLoop();
        WeakReference<EventLoop> gone = new WeakReference<>(loop);
        loop.close();
        loop = null;
        while (gone.get() != null) {
            System.gc();
        }
        assertThat(gone.get()).isNull();
    }
}
