package io.asyncio4j.behaviours.fibers;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.currentTask;
import static io.asyncio4j.Asyncio.gather;
import static io.asyncio4j.Asyncio.run;
import static io.asyncio4j.Asyncio.sleep;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.asyncio4j.EventLoop;
import io.asyncio4j.Task;
import io.asyncio4j.testkit.LazyAndEager;
import io.asyncio4j.testkit.Mode;
import io.asyncio4j.testkit.VirtualTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What a task may take for granted about the thread it runs on. */
@VirtualTime(detectDeadlock = true)
class TaskThreadTest {
    /** Suspends in every way there is and returns the threads it was resumed on. */
    private static Set<Thread> threadsOfOneTask() throws Exception {
        Set<Thread> threads = new HashSet<>();
        for (int step = 0; step < 10; step++) {
            threads.add(Thread.currentThread());
            sleep(ZERO);
            threads.add(Thread.currentThread());
            sleep(ofSeconds(1));
            threads.add(Thread.currentThread());
            createTask(() -> sleep(ZERO)).await();
        }
        threads.add(Thread.currentThread());
        return threads;
    }

    @LazyAndEager
    void keepsOneThreadFromItsFirstStepToItsLast(Mode mode) throws Exception {
        List<Set<Thread>> threads = mode.run(() -> {
            List<Task<Set<Thread>>> tasks = new ArrayList<>();
            for (int number = 0; number < 10; number++) {
                tasks.add(createTask(TaskThreadTest::threadsOfOneTask));
            }
            return gather(tasks).await();
        });
        assertThat(threads).allSatisfy(ofOneTask -> assertThat(ofOneTask).hasSize(1));
    }

    @LazyAndEager
    void twoTasksThatWaitHaveDifferentThreads(Mode mode) throws Exception {
        List<Set<Thread>> threads =
                mode.run(() -> gather(TaskThreadTest::threadsOfOneTask, TaskThreadTest::threadsOfOneTask)
                        .await());
        assertThat(threads.get(0)).doesNotContainAnyElementsOf(threads.get(1));
    }

    @LazyAndEager
    void runsOnVirtualThreads(Mode mode) throws Exception {
        mode.run(() -> {
            assertThat(Thread.currentThread().isVirtual()).isTrue();
            assertThat(createTask(() -> Thread.currentThread().isVirtual()).await())
                    .isTrue();
        });
    }

    @LazyAndEager
    void onlyOneTaskRunsAtAnyMoment(Mode mode) throws Exception {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        mode.run(() -> {
            List<Task<?>> tasks = new ArrayList<>();
            for (int number = 0; number < 20; number++) {
                tasks.add(createTask(() -> {
                    for (int step = 0; step < 500; step++) {
                        most.accumulateAndGet(running.incrementAndGet(), Math::max);
                        running.decrementAndGet();
                        sleep(ZERO);
                    }
                }));
            }
            for (Task<?> task : tasks) {
                task.await();
            }
        });
        assertThat(most).hasValue(1);
    }

    @LazyAndEager
    void threadLocalsOfATaskLastAcrossItsWaits(Mode mode) throws Exception {
        ThreadLocal<String> local = new ThreadLocal<>();
        List<String> seen = mode.run(() -> {
            List<Task<String>> tasks = new ArrayList<>();
            for (String value : List.of("a", "b", "c")) {
                tasks.add(createTask(() -> {
                    local.set(value);
                    sleep(ZERO);
                    sleep(ofSeconds(1));
                    return local.get();
                }));
            }
            return gather(tasks).await();
        });
        assertThat(seen).containsExactly("a", "b", "c");
    }

    @LazyAndEager
    void memoryWrittenByOneTaskIsSeenByTheNext(Mode mode) throws Exception {
        long[] plain = {0};
        mode.run(() -> {
            List<Task<?>> tasks = new ArrayList<>();
            for (int number = 0; number < 10; number++) {
                tasks.add(createTask(() -> {
                    for (int step = 0; step < 5_000; step++) {
                        plain[0]++;
                        sleep(ZERO);
                    }
                }));
            }
            for (Task<?> task : tasks) {
                task.await();
            }
        });
        assertThat(plain[0]).isEqualTo(50_000);
    }

    @Test
    void callbackThatRunsOnTheThreadOfAWaitingTaskIsNotThatTask() throws Exception {
        run(() -> {
            EventLoop loop = currentTask().getLoop();
            List<Task<?>> seen = new ArrayList<>();
            loop.callSoon(() -> seen.add(currentTask()));
            sleep(ZERO);
            assertThat(seen).containsExactly((Task<?>) null);
            assertThat(currentTask()).isNotNull();
        });
    }
}
