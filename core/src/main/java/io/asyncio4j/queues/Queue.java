package io.asyncio4j.queues;

import io.asyncio4j.Asyncio;
import io.asyncio4j.CancelledError;
import io.asyncio4j.EventLoop;
import io.asyncio4j.locks.Event;
import org.jspecify.annotations.Nullable;

/**
 * Items on their way from the tasks that put them to the tasks that get them, first in, first out.
 *
 * <pre>{@code
 * Queue<String> urls = new Queue<>(100);
 * Task<?> worker = createTask(() -> {
 *     while (true) {
 *         String url = urls.get();
 *         try {
 *             fetch(url);
 *         } finally {
 *             urls.taskDone();
 *         }
 *     }
 * });
 * urls.put("https://example.org");
 * urls.join();
 * worker.cancel();
 * }</pre>
 *
 * <p>With a maximum size, {@link #put} waits while the queue is full. {@link #join} waits until every item put has been
 * reported by {@link #taskDone}. After {@link #shutdown()} nothing goes in any more. Items may be null, unless it is a
 * {@link PriorityQueue}. Nothing here is thread-safe. Follows asyncio's {@code Queue}.
 *
 * @param <T> the items
 */
public sealed class Queue<T extends @Nullable Object> permits LifoQueue, PriorityQueue {
    private final int maxsize;
    private final Contents<T> contents;
    private final Line getters = new Line(this::empty);
    private final Line putters = new Line(this::full);
    private final Event finished = new Event();
    private int unfinishedTasks;
    private boolean shutDown;
    private @Nullable EventLoop loop;

    /** A queue without a maximum size. */
    public Queue() {
        this(0);
    }

    /**
     * A queue that holds at most so many items.
     *
     * @param maxsize the maximum; none if zero or negative
     */
    public Queue(int maxsize) {
        this(maxsize, firstInFirstOut());
    }

    Queue(int maxsize, Contents<T> contents) {
        this.maxsize = maxsize;
        this.contents = contents;
        finished.set();
    }

    private static <T extends @Nullable Object> Contents<T> firstInFirstOut() {
        Fifo<T> items = new Fifo<>();
        return new Contents<>(items, items::add, items::removeFirst);
    }

    /**
     * Puts an item into the queue, waiting while it is full.
     *
     * <p><b>Cancellation.</b> A task that is cancelled before this returns has not put its item. If a place had just been
     * freed for it, the next in line gets it.
     *
     * @param item the item
     * @throws CancelledError if the task is cancelled while it waits
     * @throws QueueShutDownException if the queue is, or while this waits becomes, shut down
     * @throws IllegalStateException if it has to wait and no loop runs here, or another than the one this queue has been
     *     waited for in
     */
    public void put(T item) {
        while (full()) {
            ensureOpen("put into");
            putters.await(boundLoop());
        }
        putNowait(item);
    }

    /**
     * Puts an item into the queue and wakes the first who waits for one. Never waits.
     *
     * @param item the item
     * @throws QueueFullException if there is no room
     * @throws QueueShutDownException if the queue is shut down
     */
    public void putNowait(T item) {
        ensureOpen("put into");
        if (full()) {
            throw new QueueFullException("the queue is full, it has " + maxsize + " items: put() waits for room");
        }
        contents.add().accept(item);
        unfinishedTasks++;
        finished.clear();
        getters.wakeNext();
    }

    /**
     * Takes the next item out of the queue, waiting while it is empty.
     *
     * <p><b>Cancellation.</b> A task that is cancelled before this returns has taken no item; none is lost. If it had
     * just been woken for one, the next in line is woken.
     *
     * @return the item
     * @throws CancelledError if the task is cancelled while it waits
     * @throws QueueShutDownException if the queue is empty and is, or while this waits becomes, shut down
     * @throws IllegalStateException if it has to wait and no loop runs here, or another than the one this queue has been
     *     waited for in
     */
    public T get() {
        while (empty()) {
            ensureOpen("get from");
            getters.await(boundLoop());
        }
        return getNowait();
    }

    /**
     * Takes the next item out of the queue and wakes the first who waits to put one. Never waits.
     *
     * @return the item
     * @throws QueueEmptyException if there is none
     * @throws QueueShutDownException if there is none and the queue is shut down
     */
    public T getNowait() {
        if (empty()) {
            ensureOpen("get from");
            throw new QueueEmptyException("the queue is empty: get() waits for an item");
        }
        T item = contents.remove().get();
        putters.wakeNext();
        return item;
    }

    /**
     * Says that one item taken out of the queue has been dealt with. Call it once for each item got; the last one lets
     * {@link #join} return. Never waits.
     *
     * @throws IllegalArgumentException if it is called more often than items were put (asyncio's {@code ValueError})
     */
    public void taskDone() {
        if (unfinishedTasks <= 0) {
            throw new IllegalArgumentException(
                    "taskDone() was called too many times: once for each item is right, and all are done");
        }
        unfinishedTasks--;
        if (unfinishedTasks == 0) {
            finished.set();
        }
    }

    /**
     * Waits until all items ever put have been reported by {@link #taskDone}. Does not suspend where they are.
     *
     * <p><b>Cancellation.</b> Nothing changes for the queue nor for others who wait.
     *
     * @throws CancelledError if the task is cancelled while it waits
     * @throws IllegalStateException if it has to wait and no loop runs here, or another than the one in which this queue
     *     has been joined before
     */
    public void join() {
        if (unfinishedTasks > 0) {
            finished.await();
        }
    }

    /**
     * Shuts the queue down: nothing can be put any more, and what is in it can still be got. All who wait are woken; those
     * who find nothing to get, and all who wait to put, get a {@link QueueShutDownException}. Never waits.
     */
    public void shutdown() {
        shutdown(false);
    }

    /**
     * Shuts the queue down as {@link #shutdown()} does, on demand with the loss of what is in it.
     *
     * @param immediate whether the items in the queue are thrown away and counted as done, which may let {@link #join}
     *     return
     */
    public void shutdown(boolean immediate) {
        shutDown = true;
        if (immediate) {
            while (!empty()) {
                T _ = contents.remove().get();
                if (unfinishedTasks > 0) {
                    unfinishedTasks--;
                }
            }
            if (unfinishedTasks == 0) {
                finished.set();
            }
        }
        getters.wakeAll();
        putters.wakeAll();
    }

    private void ensureOpen(String verb) {
        if (shutDown) {
            throw new QueueShutDownException("cannot " + verb + " the queue: it is shut down");
        }
    }

    private EventLoop boundLoop() {
        EventLoop running = Asyncio.getRunningLoop();
        if (loop == null) {
            loop = running;
        } else if (loop != running) {
            throw new IllegalStateException(
                    this + " is bound to a different event loop: a task of that one waited for it before");
        }
        return running;
    }

    /**
     * How many items are in the queue.
     *
     * @return the number
     */
    public int qsize() {
        return contents.items().size();
    }

    /**
     * How many items the queue may hold.
     *
     * @return the number given to the constructor; zero or negative for any number
     */
    public int maxsize() {
        return maxsize;
    }

    /**
     * Whether there is nothing in the queue.
     *
     * @return true if {@link #get} would have to wait
     */
    public boolean empty() {
        return contents.items().isEmpty();
    }

    /**
     * Whether the queue holds as many items as it may.
     *
     * @return true if {@link #put} would have to wait; always false without a maximum size
     */
    public boolean full() {
        return maxsize > 0 && qsize() >= maxsize;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("<" + getClass().getSimpleName() + " maxsize=" + maxsize);
        if (!empty()) {
            text.append(" _queue=").append(contents.items());
        }
        if (getters.size() > 0) {
            text.append(" _getters[").append(getters.size()).append(']');
        }
        if (putters.size() > 0) {
            text.append(" _putters[").append(putters.size()).append(']');
        }
        if (unfinishedTasks > 0) {
            text.append(" tasks=").append(unfinishedTasks);
        }
        if (shutDown) {
            text.append(" shutdown");
        }
        return text.append('>').toString();
    }
}
