package io.asyncio4j.behaviours.search.queues;

import static io.asyncio4j.Asyncio.sleep;
import static io.asyncio4j.behaviours.search.workers.Workers.pause;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.asyncio4j.Asyncio;
import io.asyncio4j.Task;
import io.asyncio4j.behaviours.search.workers.Workers;
import io.asyncio4j.queues.QueueShutDownException;
import io.asyncio4j.testkit.TestRun;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Three workers put two items each into a queue with little room, three others get items and report them done until the
 * queue is shut down. One of them may be cancelled.
 */
final class QueueScenario {
    static final String EACH_ITEM_ONCE = "each item put is got once";
    static final String IN_TURN = "the item got is the one whose turn it is";
    static final String NEVER_TOO_MANY = "the queue never has more items than it may";
    static final String JOIN_WAITS_FOR_ALL = "join() returns when all items put are done, and not before";
    static final String NOBODY_WAITS_FOR_WHAT_IS_THERE = "nobody waits for an item that is there, or for room";
    private static final int PRODUCERS = 3;
    private static final int CONSUMERS = 3;

    private final QueueLike queue;
    private final Discipline discipline;
    private final List<Integer> put = new ArrayList<>();
    private final List<Integer> got = new ArrayList<>();
    private final List<Integer> inQueue = new ArrayList<>();
    private int outOfTurn;
    private int most;
    private int putting;
    private int getting;
    private int done;
    private int undoneAtJoin = -1;
    private boolean waitedForNothing;

    private QueueScenario(QueueLike queue, Discipline discipline) {
        this.queue = queue;
        this.discipline = discipline;
    }

    /** The queue is shut down when all is done. */
    static void play(TestRun run, QueueLike queue, Discipline discipline) {
        new QueueScenario(queue, discipline).play(run, QueueScenario::end);
    }

    /** The queue is shut down at a time when all is done in asyncio's order; in others, much is still to do. */
    static void shutDown(TestRun run, QueueLike queue, Discipline discipline, boolean immediate) {
        new QueueScenario(queue, discipline).play(run, (scenario, _) -> scenario.shutDown(immediate));
    }

    private void play(TestRun run, BiConsumer<QueueScenario, List<Task<?>>> end) {
        stateInvariants(run);
        Workers workers = new Workers(run);
        List<Task<?>> producers = new ArrayList<>();
        for (int i = 0; i < PRODUCERS; i++) {
            int number = i;
            producers.add(workers.start(() -> produce(number)));
        }
        for (int i = 0; i < CONSUMERS; i++) {
            int number = i;
            workers.start(() -> consume(number));
        }
        workers.startIndispensable(() -> end.accept(this, producers));
        look();
        workers.awaitAll();
    }

    private void stateInvariants(TestRun run) {
        run.invariants().add(EACH_ITEM_ONCE, () -> assertThat(got).containsExactlyInAnyOrderElementsOf(put));
        run.invariants().add(IN_TURN, () -> assertThat(outOfTurn).isZero());
        run.invariants().add(NEVER_TOO_MANY, () -> assertThat(most).isLessThanOrEqualTo(queue.maxsize()));
        run.invariants().add(JOIN_WAITS_FOR_ALL, () -> assertThat(undoneAtJoin).isZero());
        run.invariants()
                .add(
                        NOBODY_WAITS_FOR_WHAT_IS_THERE,
                        () -> assertThat(waitedForNothing).isFalse());
    }

    private void produce(int number) {
        for (int i = 0; i < 2; i++) {
            pause(i == 0 ? number : 2 * number + 1);
            // so that the numbers do not grow in the order in which they are put
            int item = 10 * (PRODUCERS - number) + i;
            putting++;
            try {
                queue.put(item);
            } catch (QueueShutDownException _) {
                return;
            } finally {
                putting--;
            }
            put.add(item);
            inQueue.add(item);
            most = Math.max(most, queue.qsize());
        }
    }

    private void consume(int number) {
        pause(2 * number);
        while (true) {
            Integer item;
            getting++;
            try {
                item = queue.get();
            } catch (QueueShutDownException _) {
                return;
            } finally {
                getting--;
            }
            accept(item);
            try {
                pause(2);
            } finally {
                done++;
                queue.taskDone();
            }
        }
    }

    private void accept(Integer item) {
        got.add(item);
        if (inQueue.isEmpty() || !item.equals(discipline.next(inQueue))) {
            outOfTurn++;
        }
        inQueue.remove(item);
    }

    private void end(List<Task<?>> producers) {
        Asyncio.wait(producers);
        pause(9);
        queue.join();
        undoneAtJoin = put.size() - done;
        queue.shutdown(false);
    }

    private void shutDown(boolean immediate) {
        pause(20);
        if (immediate) {
            // what is thrown away is as if it had never been put
            put.removeAll(inQueue);
            inQueue.clear();
        }
        queue.shutdown(immediate);
        queue.join();
        undoneAtJoin = put.size() - done;
    }

    private void look() {
        // time passes only when all who could go on have done so
        sleep(ofSeconds(1));
        boolean forAnItem = getting > 0 && queue.qsize() > 0;
        boolean forRoom = putting > 0 && queue.qsize() < queue.maxsize();
        waitedForNothing = forAnItem || forRoom;
    }
}
