package io.asyncio4j.behaviours.queues;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asyncio4j.queues.LifoQueue;
import io.asyncio4j.queues.PriorityQueue;
import io.asyncio4j.queues.Queue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which item the variants of the queue give first. */
class QueueOrderTest {
    private static <T> List<T> drain(Queue<T> queue) {
        List<T> items = new ArrayList<>();
        while (!queue.empty()) {
            items.add(queue.getNowait());
        }
        return items;
    }

    @Test
    void queueKeepsItsOrderWhileItGrows() {
        var queue = new Queue<Integer>();
        List<Integer> given = new ArrayList<>();
        for (int item = 0; item < 100; item++) {
            queue.putNowait(item);
            if (item % 3 == 0) {
                given.add(queue.getNowait());
            }
        }
        given.addAll(drain(queue));
        assertThat(given).isSorted().hasSize(100);
    }

    @Test
    void queueIsShownOldestItemFirst() {
        var queue = new Queue<Integer>();
        List.of(1, 2, 3, 4, 5, 6, 7, 8).forEach(queue::putNowait);
        assertThat(List.of(queue.getNowait(), queue.getNowait())).containsExactly(1, 2);
        List.of(9, 10).forEach(queue::putNowait);
        assertThat(queue).hasToString("<Queue maxsize=0 _queue=[3, 4, 5, 6, 7, 8, 9, 10] tasks=10>");
    }

    @Test
    void lifoQueueGivesTheLastItemFirst() {
        var queue = new LifoQueue<Integer>();
        List.of(1, 3, 2).forEach(queue::putNowait);
        assertThat(drain(queue)).containsExactly(2, 3, 1);
    }

    @Test
    void lifoQueueIsShownOldestItemFirst() {
        var queue = new LifoQueue<Integer>(5);
        List.of(1, 3).forEach(queue::putNowait);
        assertThat(queue).hasToString("<LifoQueue maxsize=5 _queue=[1, 3] tasks=2>");
    }

    @Test
    void lifoQueueTakesNull() {
        var queue = new LifoQueue<Integer>();
        queue.putNowait(null);
        assertThat(queue.getNowait()).isNull();
    }

    @Test
    void priorityQueueGivesTheSmallestItemFirst() {
        var queue = new PriorityQueue<Integer>();
        List.of(1, 3, 2).forEach(queue::putNowait);
        assertThat(drain(queue)).containsExactly(1, 2, 3);
    }

    @Test
    void priorityQueueFollowsItsComparator() {
        var queue = new PriorityQueue<Integer>(Comparator.reverseOrder());
        List.of(1, 3, 2).forEach(queue::putNowait);
        assertThat(drain(queue)).containsExactly(3, 2, 1);
    }

    @Test
    void priorityQueueKeepsItsMaximum() {
        assertThat(new PriorityQueue<Integer>(2, Comparator.reverseOrder()).maxsize())
                .isEqualTo(2);
        assertThat(new PriorityQueue<Integer>(3).maxsize()).isEqualTo(3);
    }

    @Test
    void priorityQueueIsShownByItsName() {
        var queue = new PriorityQueue<String>();
        queue.putNowait("a");
        assertThat(queue).hasToString("<PriorityQueue maxsize=0 _queue=[a] tasks=1>");
    }

    @Test
    void priorityQueueRefusesWhatCannotBeCompared() {
        var queue = new PriorityQueue<Object>();
        assertThatThrownBy(() -> queue.putNowait(new Object())).isInstanceOf(ClassCastException.class);
        assertThat(queue).hasToString("<PriorityQueue maxsize=0>");
    }

    @Test
    void priorityQueueRefusesNull() {
        var queue = new PriorityQueue<Integer>();
        assertThatNullPointerException().isThrownBy(() -> queue.putNowait(null));
        assertThat(queue).hasToString("<PriorityQueue maxsize=0>");
    }

    @Test
    void nullComparatorIsRefused() {
        assertThatNullPointerException()
                .isThrownBy(() -> new PriorityQueue<Integer>((Comparator<Integer>) null))
                .withMessage("comparator");
    }

    @Test
    void itemsKeepTheirOrderAfterABurst() {
        var queue = new Queue<Integer>();
        List<Integer> burst = IntStream.range(0, 5000).boxed().toList();
        burst.forEach(queue::putNowait);
        assertThat(burst).allSatisfy(item -> assertThat(queue.getNowait()).isEqualTo(item));
        List.of(1, 2, 3).forEach(queue::putNowait);
        assertThat(Stream.generate(queue::getNowait).limit(3)).containsExactly(1, 2, 3);
    }
}
