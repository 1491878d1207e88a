package io.asyncio4j.behaviours.fibers;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.getRunningLoop;
import static io.asyncio4j.Asyncio.run;
import static io.asyncio4j.Asyncio.sleep;
import static java.time.Duration.ZERO;
import static org.assertj.core.api.Assertions.assertThat;

import io.asyncio4j.Future;
import io.asyncio4j.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** {@code LockSupport.unpark} of any thread of a loop, at any time, changes nothing. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StrayUnparkTest {
    @Test
    void unparkOfAWaitingTaskDoesNotWakeIt() throws Exception {
        run(() -> {
            Future<String> future = getRunningLoop().createFuture();
            Thread[] thread = new Thread[1];
            List<String> steps = new ArrayList<>();
            Task<?> task = createTask(() -> {
                thread[0] = Thread.currentThread();
                steps.add("before");
                future.await();
                steps.add("after");
            });
            for (int turn = 0; turn < 100; turn++) {
                sleep(ZERO);
                LockSupport.unpark(thread[0]);
            }
            assertThat(steps).containsExactly("before");
            future.setResult("go on");
            task.await();
            assertThat(steps).containsExactly("before", "after");
        });
    }

    @Test
    void permitOfTheRunningTaskIsNotTakenForItsTurn() throws Exception {
        run(() -> {
            Future<String> future = getRunningLoop().createFuture();
            Task<String> task = createTask(() -> {
                LockSupport.unpark(Thread.currentThread());
                return future.await();
            });
            for (int turn = 0; turn < 10; turn++) {
                sleep(ZERO);
            }
            assertThat(task.done()).isFalse();
            future.setResult("only now");
            assertThat(task.await()).isEqualTo("only now");
        });
    }

    @Test
    void stormOfUnparksAndInterruptsKeepsTheOrderOfSteps() throws Exception {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        AtomicBoolean over = new AtomicBoolean();
        Thread storm = Thread.ofPlatform().start(() -> {
            while (!over.get()) {
                threads.forEach(LockSupport::unpark);
            }
        });
        List<Integer> order = new ArrayList<>();
        run(() -> {
            List<Task<?>> tasks = new ArrayList<>();
            for (int number = 0; number < 4; number++) {
                int mine = number;
                tasks.add(createTask(() -> {
                    threads.add(Thread.currentThread());
                    for (int step = 0; step < 2_000; step++) {
                        order.add(mine);
                        sleep(ZERO);
                    }
                }));
            }
            for (Task<?> task : tasks) {
                task.await();
            }
        });
        over.set(true);
        storm.join();
        assertThat(order).hasSize(8_000);
        for (int index = 0; index < order.size(); index++) {
            assertThat(order.get(index)).isEqualTo(index % 4);
        }
    }

    @Test
    void unparksOfPooledThreadsStartNothing() throws Exception {
        run(() -> {
            List<Thread> pooled = new ArrayList<>();
            List<Task<?>> tasks = new ArrayList<>();
            for (int number = 0; number < 20; number++) {
                tasks.add(createTask(() -> {
                    pooled.add(Thread.currentThread());
                    sleep(ZERO);
                }));
            }
            for (Task<?> task : tasks) {
                task.await();
            }
            List<Integer> order = new ArrayList<>();
            for (int round = 0; round < 100; round++) {
                pooled.forEach(LockSupport::unpark);
                order.add(round);
                int mine = round;
                assertThat(createTask(() -> {
                                    sleep(ZERO);
                                    return mine;
                                })
                                .await())
                        .isEqualTo(round);
            }
            assertThat(order).hasSize(100).isSorted();
        });
    }

    @Test
    void unparkOfTheCallerDoesNotEndTheRun() throws Exception {
        Thread caller = Thread.currentThread();
        String result = run(() -> {
            for (int turn = 0; turn < 100; turn++) {
                LockSupport.unpark(caller);
                sleep(ZERO);
            }
            return "to the end";
        });
        assertThat(result).isEqualTo("to the end");
    }
}
