package io.asyncio4j.behaviours.queues;

import static io.asyncio4j.Asyncio.createTask;
import static io.asyncio4j.Asyncio.run;
import static io.asyncio4j.Asyncio.sleep;
import static java.time.Duration.ZERO;
import static org.assertj.core.api.Assertions.assertThat;

import io.asyncio4j.Task;
import io.asyncio4j.queues.Queue;
import io.asyncio4j.testkit.VirtualTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** No item and no free place is lost with a task that is cancelled. */
@VirtualTime(detectDeadlock = true)
class QueueCancellationTest {
    private final Queue<Integer> queue = new Queue<>(1);

    @Test
    void cancelledGetterLeavesTheLine() throws Exception {
        run(() -> {
            Task<Integer> getter = createTask(() -> queue.get());
            sleep(ZERO);
            getter.cancel();
            sleep(ZERO);
            assertThat(getter.cancelled()).isTrue();
            assertThat(queue).hasToString("<Queue maxsize=1>");
        });
    }

    @Test
    void cancelledPutterLeavesTheLineAndItsItemIsNotPut() throws Exception {
        run(() -> {
            queue.putNowait(1);
            Task<?> putter = createTask(() -> queue.put(2));
            sleep(ZERO);
            putter.cancel();
            sleep(ZERO);
            assertThat(queue).hasToString("<Queue maxsize=1 _queue=[1] tasks=1>");
        });
    }

    @Test
    void getterCancelledAfterItWasWokenLeavesTheItemToTheNext() throws Exception {
        run(() -> {
            Task<Integer> cancelled = createTask(() -> queue.get());
            Task<Integer> next = createTask(() -> queue.get());
            sleep(ZERO);
            queue.putNowait(1);
            cancelled.cancel();
            assertThat(next.await()).isEqualTo(1);
        });
    }

    @Test
    void onlyGetterCancelledAfterItWasWokenLeavesTheItemInTheQueue() throws Exception {
        run(() -> {
            Task<Integer> cancelled = createTask(() -> queue.get());
            sleep(ZERO);
            queue.putNowait(1);
            cancelled.cancel();
            sleep(ZERO);
            assertThat(queue.getNowait()).isEqualTo(1);
        });
    }

    @Test
    void putterCancelledAfterItWasWokenLeavesThePlaceToTheNext() throws Exception {
        run(() -> {
            queue.putNowait(1);
            Task<?> cancelled = createTask(() -> queue.put(2));
            Task<?> next = createTask(() -> queue.put(3));
            sleep(ZERO);
            queue.getNowait();
            cancelled.cancel();
            next.await();
            assertThat(queue.getNowait()).isEqualTo(3);
        });
    }

    @Test
    void itemReachesTheFirstGetterThatIsNotCancelled() throws Exception {
        run(() -> {
            List<Task<Integer>> getters = new ArrayList<>();
            for (int index = 0; index < 4; index++) {
                getters.add(createTask(() -> queue.get()));
            }
            sleep(ZERO);
            getters.subList(0, 3).forEach(Task::cancel);
            queue.putNowait(1);
            assertThat(getters.get(3).await()).isEqualTo(1);
        });
    }

    @Test
    void cancelledJoinLeavesTheCountAlone() throws Exception {
        run(() -> {
            queue.putNowait(1);
            Task<?> joiner = createTask(() -> queue.join());
            sleep(ZERO);
            joiner.cancel();
            sleep(ZERO);
            assertThat(queue).hasToString("<Queue maxsize=1 _queue=[1] tasks=1>");
        });
    }
}
