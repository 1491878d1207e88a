package io.asyncio4j.behaviours.queues;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.run;
import static io.asyncio4j.Asyncio.sleep;
import static java.time.Duration.ZERO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asyncio4j.Task;
import io.asyncio4j.queues.Queue;
import io.asyncio4j.queues.QueueEmptyException;
import io.asyncio4j.queues.QueueFullException;
import io.asyncio4j.testkit.VirtualTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@VirtualTime(detectDeadlock = true)
class QueueTest {
    private final Queue<Integer> queue = new Queue<>(2);
    private final List<Object> order = new ArrayList<>();

    @Test
    void emptyQueueIsShownWithItsMaximum() {
        assertThat(queue).hasToString("<Queue maxsize=2>");
    }

    @Test
    void itemsAndUnfinishedTasksAreShown() {
        queue.putNowait(1);
        queue.putNowait(2);
        assertThat(queue).hasToString("<Queue maxsize=2 _queue=[1, 2] tasks=2>");
    }

    @Test
    void itemsGotAndNotReportedAreShownAsTasks() {
        queue.putNowait(1);
        queue.getNowait();
        assertThat(queue).hasToString("<Queue maxsize=2 tasks=1>");
    }

    @Test
    void gettersAreShownByNumber() throws Exception {
        run(() -> {
            createTask(() -> queue.get());
            createTask(() -> queue.get());
            sleep(ZERO);
            assertThat(queue).hasToString("<Queue maxsize=2 _getters[2]>");
        });
    }

    @Test
    void wokenGetterIsOutOfTheLineAtOnce() throws Exception {
        run(() -> {
            createTask(() -> queue.get());
            createTask(() -> queue.get());
            sleep(ZERO);
            queue.putNowait(1);
            assertThat(queue).hasToString("<Queue maxsize=2 _queue=[1] _getters[1] tasks=1>");
        });
    }

    @Test
    void puttersAreShownByNumber() throws Exception {
        run(() -> {
            queue.putNowait(1);
            queue.putNowait(2);
            createTask(() -> queue.put(3));
            sleep(ZERO);
            assertThat(queue).hasToString("<Queue maxsize=2 _queue=[1, 2] _putters[1] tasks=2>");
        });
    }

    @Test
    void sizesTellWhatIsInTheQueue() {
        assertThat(queue.empty()).isTrue();
        queue.putNowait(1);
        assertThat(queue.qsize()).isEqualTo(1);
        assertThat(queue.empty()).isFalse();
        assertThat(queue.full()).isFalse();
        queue.putNowait(2);
        assertThat(queue.full()).isTrue();
        assertThat(queue.maxsize()).isEqualTo(2);
    }

    @Test
    void queueWithoutMaximumIsNeverFull() {
        for (int maxsize : new int[] {0, -1}) {
            var endless = new Queue<Integer>(maxsize);
            for (int item = 0; item < 1000; item++) {
                endless.putNowait(item);
            }
            assertThat(endless.full()).isFalse();
            assertThat(endless.maxsize()).isEqualTo(maxsize);
        }
    }

    @Test
    void itemsComeOutInTheOrderInWhichTheyWentIn() {
        queue.putNowait(2);
        queue.putNowait(1);
        assertThat(List.of(queue.getNowait(), queue.getNowait())).containsExactly(2, 1);
    }

    @Test
    void nullIsAnItemLikeAnyOther() throws Exception {
        run(() -> {
            queue.put(null);
            assertThat(queue).hasToString("<Queue maxsize=2 _queue=[null] tasks=1>");
            assertThat(queue.get()).isNull();
            assertThat(queue.empty()).isTrue();
        });
    }

    @Test
    void getNowaitOfEmptyQueueIsRefused() {
        assertThatThrownBy(queue::getNowait)
                .isInstanceOf(QueueEmptyException.class)
                .hasMessage("the queue is empty: get() waits for an item");
    }

    @Test
    void putNowaitIntoFullQueueIsRefused() {
        queue.putNowait(1);
        queue.putNowait(2);
        assertThatThrownBy(() -> queue.putNowait(3))
                .isInstanceOf(QueueFullException.class)
                .hasMessage("the queue is full, it has 2 items: put() waits for room");
        assertThat(queue.qsize()).isEqualTo(2);
    }

    @Test
    void putAndGetThatNeedNotWaitNeedNoLoop() {
        queue.put(1);
        assertThat(queue.get()).isEqualTo(1);
    }

    @Test
    void waitingWithoutLoopIsRefused() {
        assertThatIllegalStateException().isThrownBy(queue::get);
        assertThat(queue).hasToString("<Queue maxsize=2>");
    }

    @Test
    void queueWaitedForInOneLoopRefusesToWaitInAnother() throws Exception {
        run(() -> {
            Task<Integer> getter = createTask(() -> queue.get());
            sleep(ZERO);
            getter.cancel();
            sleep(ZERO);
        });
        run(() -> assertThatIllegalStateException()
                .isThrownBy(queue::get)
                .withMessage("<Queue maxsize=2> is bound to a different event loop:"
                        + " a task of that one waited for it before"));
    }

    @Test
    void gettersGetTheItemsInTheOrderInWhichTheyCame() throws Exception {
        run(() -> {
            for (String name : List.of("first", "second")) {
                createTask(() -> {
                    order.add(name + " " + queue.get());
                });
            }
            sleep(ZERO);
            queue.putNowait(1);
            queue.putNowait(2);
            sleep(ZERO);
        });
        assertThat(order).containsExactly("first 1", "second 2");
    }

    @Test
    void puttersPutInTheOrderInWhichTheyCame() throws Exception {
        var narrow = new Queue<Integer>(1);
        run(() -> {
            for (int item = 1; item <= 3; item++) {
                int next = item;
                createTask(() -> narrow.put(next));
            }
            sleep(ZERO);
            for (int item = 1; item <= 3; item++) {
                order.add(narrow.get());
            }
        });
        assertThat(order).containsExactly(1, 2, 3);
    }

    @Test
    void joinOfQueueThatWasNeverUsedDoesNotWait() {
        queue.join();
        assertThat(queue).hasToString("<Queue maxsize=2>");
    }

    @Test
    void joinWaitsForTheLastTaskDone() throws Exception {
        run(() -> {
            queue.putNowait(1);
            queue.putNowait(2);
            Task<?> joiner = createTask(() -> queue.join());
            queue.getNowait();
            queue.getNowait();
            queue.taskDone();
            sleep(ZERO);
            assertThat(joiner.done()).isFalse();
            queue.taskDone();
            joiner.await();
        });
    }

    @Test
    void joinWaitsAgainForWhatIsPutLater() throws Exception {
        run(() -> {
            queue.putNowait(1);
            queue.taskDone();
            queue.putNowait(2);
            Task<?> joiner = createTask(() -> queue.join());
            sleep(ZERO);
            assertThat(joiner.done()).isFalse();
            queue.taskDone();
            joiner.await();
        });
    }

    @Test
    void taskDoneWithoutItemIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(queue::taskDone)
                .withMessage("taskDone() was called too many times: once for each item is right, and all are done");
    }
}
