package io.asyncio4j.behaviours.search.queues;

import io.asyncio4j.queues.Queue;

/** What a queue of numbers is to a scenario: a real one, or a broken twin. */
interface QueueLike {

    void put(Integer item);

    Integer get();

    void taskDone();

    void join();

    void shutdown(boolean immediate);

    int qsize();

    int maxsize();

    /** Passes all on. */
    record Real(Queue<Integer> queue) implements QueueLike {
        @Override
        public void put(Integer item) {
            queue.put(item);
        }

        @Override
        public Integer get() {
            return queue.get();
        }

        @Override
        public void taskDone() {
            queue.taskDone();
        }

        @Override
        public void join() {
            queue.join();
        }

        @Override
        public void shutdown(boolean immediate) {
            queue.shutdown(immediate);
        }

        @Override
        public int qsize() {
            return queue.qsize();
        }

        @Override
        public int maxsize() {
            return queue.maxsize();
        }
    }
}
