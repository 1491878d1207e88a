package io.asyncio4j.behaviours.search.queues;

import io.asyncio4j.queues.LifoQueue;
import io.asyncio4j.queues.PriorityQueue;
import io.asyncio4j.queues.Queue;
import java.util.Collections;
import java.util.List;

/** Which item is next. */
enum Discipline {
    FIRST_IN_FIRST_OUT,
    LAST_IN_FIRST_OUT,
    SMALLEST_FIRST;

    /** The queue that has this discipline. */
    QueueLike real(int maxsize) {
        return new QueueLike.Real(
                switch (this) {
                    case FIRST_IN_FIRST_OUT -> new Queue<>(maxsize);
                    case LAST_IN_FIRST_OUT -> new LifoQueue<>(maxsize);
                    case SMALLEST_FIRST -> new PriorityQueue<>(maxsize);
                });
    }

    /** Of these, in the order in which they were put. */
    Integer next(List<Integer> items) {
        return switch (this) {
            case FIRST_IN_FIRST_OUT -> items.getFirst();
            case LAST_IN_FIRST_OUT -> items.getLast();
            case SMALLEST_FIRST -> Collections.min(items);
        };
    }
}
