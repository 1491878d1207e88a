package io.asyncio4j.behaviours.queues;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.run;
import static io.asyncio4j.Asyncio.sleep;
import static java.time.Duration.ZERO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asyncio4j.Task;
import io.asyncio4j.queues.Queue;
import io.asyncio4j.queues.QueueShutDownException;
import io.asyncio4j.testkit.VirtualTime;
import org.junit.jupiter.api.Test;

@VirtualTime(detectDeadlock = true)
class QueueShutdownTest {
    private final Queue<Integer> queue = new Queue<>(1);

    @Test
    void shutDownQueueIsShownSo() {
        queue.shutdown();
        assertThat(queue).hasToString("<Queue maxsize=1 shutdown>");
    }

    @Test
    void putIsRefusedWaitingOrNot() {
        queue.shutdown();
        assertThatThrownBy(() -> queue.put(1))
                .isInstanceOf(QueueShutDownException.class)
                .hasMessage("cannot put into the queue: it is shut down");
        assertThatThrownBy(() -> queue.putNowait(1)).isInstanceOf(QueueShutDownException.class);
    }

    @Test
    void putIntoFullQueueIsRefusedWithoutWaiting() {
        queue.putNowait(1);
        queue.shutdown();
        assertThatThrownBy(() -> queue.put(2)).isInstanceOf(QueueShutDownException.class);
        assertThatThrownBy(() -> queue.putNowait(2)).isInstanceOf(QueueShutDownException.class);
    }

    @Test
    void whatIsInTheQueueCanStillBeGot() {
        queue.putNowait(1);
        queue.shutdown();
        assertThat(queue.get()).isEqualTo(1);
    }

    @Test
    void getOfEmptyQueueIsRefusedWaitingOrNot() {
        queue.shutdown();
        assertThatThrownBy(queue::get)
                .isInstanceOf(QueueShutDownException.class)
                .hasMessage("cannot get from the queue: it is shut down");
        assertThatThrownBy(queue::getNowait).isInstanceOf(QueueShutDownException.class);
    }

    @Test
    void waitingGettersAreRefused() throws Exception {
        run(() -> {
            Task<Integer> getter = createTask(() -> queue.get());
            sleep(ZERO);
            queue.shutdown();
            assertThatThrownBy(getter::await).isInstanceOf(QueueShutDownException.class);
            assertThat(queue).hasToString("<Queue maxsize=1 shutdown>");
        });
    }

    @Test
    void waitingPuttersAreRefused() throws Exception {
        run(() -> {
            queue.putNowait(1);
            Task<?> putter = createTask(() -> queue.put(2));
            sleep(ZERO);
            queue.shutdown();
            assertThatThrownBy(putter::await).isInstanceOf(QueueShutDownException.class);
            assertThat(queue).hasToString("<Queue maxsize=1 _queue=[1] tasks=1 shutdown>");
        });
    }

    @Test
    void shutdownWaitsForNoItemToBeReported() throws Exception {
        run(() -> {
            queue.putNowait(1);
            Task<?> joiner = createTask(() -> queue.join());
            sleep(ZERO);
            queue.shutdown();
            sleep(ZERO);
            assertThat(joiner.done()).isFalse();
            queue.getNowait();
            queue.taskDone();
            joiner.await();
        });
    }

    @Test
    void immediateShutdownThrowsTheItemsAway() {
        queue.putNowait(1);
        queue.shutdown(true);
        assertThat(queue).hasToString("<Queue maxsize=1 shutdown>");
        assertThatThrownBy(queue::get).isInstanceOf(QueueShutDownException.class);
    }

    @Test
    void immediateShutdownLetsJoinReturn() throws Exception {
        run(() -> {
            queue.putNowait(1);
            Task<?> joiner = createTask(() -> queue.join());
            sleep(ZERO);
            queue.shutdown(true);
            joiner.await();
        });
    }

    @Test
    void immediateShutdownLeavesItemsGotToBeReported() throws Exception {
        var wide = new Queue<Integer>();
        run(() -> {
            wide.putNowait(1);
            wide.putNowait(2);
            wide.getNowait();
            Task<?> joiner = createTask(() -> wide.join());
            wide.shutdown(true);
            sleep(ZERO);
            assertThat(joiner.done()).isFalse();
            wide.taskDone();
            joiner.await();
        });
    }

    @Test
    void itemsReportedBeforeTheyWereGotDoNotDisturbImmediateShutdown() {
        queue.putNowait(1);
        queue.taskDone();
        queue.shutdown(true);
        assertThat(queue).hasToString("<Queue maxsize=1 shutdown>");
    }

    @Test
    void shutdownTwiceIsAsOnce() {
        queue.shutdown();
        queue.shutdown();
        assertThat(queue).hasToString("<Queue maxsize=1 shutdown>");
    }
}
