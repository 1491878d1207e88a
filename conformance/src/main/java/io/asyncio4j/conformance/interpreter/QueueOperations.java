package io.asyncio4j.conformance.interpreter;

import io.asyncio4j.queues.LifoQueue;
import io.asyncio4j.queues.PriorityQueue;
import io.asyncio4j.queues.Queue;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** Queues. */
final class QueueOperations {

    private QueueOperations() {}

    static void addTo(Vocabulary vocabulary) {
        vocabulary.action("queue", arguments -> {
            String variable = arguments.text(0);
            int maxsize = arguments.number(1, 0);
            String kind = arguments.optionalText(2);
            return frame -> frame.bind(variable, create(kind == null ? "fifo" : kind, maxsize));
        });
        addWaitingTo(vocabulary);
        addNotWaitingTo(vocabulary);
    }

    private static Queue<@Nullable Object> create(String kind, int maxsize) {
        return switch (kind) {
            case "fifo" -> new Queue<>(maxsize);
            case "lifo" -> new LifoQueue<>(maxsize);
            case "priority" -> new PriorityQueue<>(maxsize, Comparator.comparingLong(item -> (Long) item));
            default -> throw new UnusableProgramException("no kind of queue: " + kind);
        };
    }

    private static void addWaitingTo(Vocabulary vocabulary) {
        vocabulary.action("put", arguments -> {
            String variable = arguments.text(0);
            Value value = arguments.value(1);
            return frame -> {
                Queue<@Nullable Object> queue = queue(frame, variable);
                queue.put(value.in(frame));
                frame.log("put", variable);
            };
        });
        vocabulary.action("get", arguments -> {
            String variable = arguments.text(0);
            return frame -> frame.result("get", variable, queue(frame, variable).get());
        });
        vocabulary.action("join", arguments -> {
            String variable = arguments.text(0);
            return frame -> {
                queue(frame, variable).join();
                frame.log("join", variable);
            };
        });
    }

    private static void addNotWaitingTo(Vocabulary vocabulary) {
        vocabulary.action("put_nowait", arguments -> {
            String variable = arguments.text(0);
            Value value = arguments.value(1);
            return frame -> {
                Queue<@Nullable Object> queue = queue(frame, variable);
                queue.putNowait(value.in(frame));
            };
        });
        vocabulary.action("get_nowait", arguments -> {
            String variable = arguments.text(0);
            return frame ->
                    frame.result("get_nowait", variable, queue(frame, variable).getNowait());
        });
        vocabulary.action("task_done", arguments -> {
            String variable = arguments.text(0);
            return frame -> queue(frame, variable).taskDone();
        });
        vocabulary.action("queue_info", arguments -> {
            String variable = arguments.text(0);
            return frame -> {
                Queue<@Nullable Object> queue = queue(frame, variable);
                frame.log("queue_info", variable, queue.maxsize(), queue.qsize(), queue.empty(), queue.full());
            };
        });
        vocabulary.action("shutdown", arguments -> {
            String variable = arguments.text(0);
            boolean immediate = arguments.flag(1);
            return frame -> queue(frame, variable).shutdown(immediate);
        });
    }

    @SuppressWarnings("unchecked") // every queue of a program holds any values
    private static Queue<@Nullable Object> queue(Frame frame, String variable) {
        return (Queue<@Nullable Object>) frame.variable(variable, Queue.class);
    }
}
