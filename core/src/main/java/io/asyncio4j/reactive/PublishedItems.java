package io.asyncio4j.reactive;

import io.asyncio4j.Asyncio;
import io.asyncio4j.CoroutineExit;
import io.asyncio4j.EventLoop;
import io.asyncio4j.ExceptionContext;
import io.asyncio4j.Future;
import io.asyncio4j.Task;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a publisher sends, as an iteration that awaits: see {@link Reactive#each(Flow.Publisher, int)}. Iterates once.
 *
 * <p><b>When the subscription ends.</b> Java's {@code for} does not tell anybody that its body was left. So the
 * subscription is cancelled, if the publisher has not ended it before:
 *
 * <ul>
 *   <li>at once by {@link #close}, which try-with-resources around the {@code for} calls however the body is left;
 *       {@link Reactive#forEach} has that built in
 *   <li>else when the task that iterates is done: one turn later. After a {@code break} or a caught exception the
 *       subscription lives until then, and the publisher waits for a demand that does not come
 * </ul>
 *
 * <p>A cancellation of the wait in {@code hasNext()} does not end the subscription by itself, so that one may wait for an
 * item no longer than some time and iterate on. A loop that is closed with the task suspended here cancels the
 * subscription; with the task suspended in the body it does so only through try-with-resources, or else when the publisher
 * next sends something.
 *
 * <p><b>Failures.</b> What the publisher failed with comes out of {@code hasNext()}, after the items sent before it: the
 * very object, checked or not, though an iterator cannot declare it. If nobody came to see it, because the loop was left
 * before, it reaches the loop's exception handler.
 *
 * <p>Belongs to the task that calls {@code hasNext()} or {@code next()} first. The publisher may signal from any thread.
 * {@code subscribe}, {@code request} and {@code cancel} of the publisher are called on the loop's thread, and must not
 * block it.
 *
 * @param <T> the items
 */
@SuppressWarnings("IterableAndIterator") // as AsCompleted: it iterates once, and says so
public final class PublishedItems<T> implements Iterable<T>, Iterator<T>, AutoCloseable {
    private enum State {
        NEW,
        SUBSCRIBED,
        COMPLETED,
        FAILED,
        CLOSED
    }

    // Fixed.
    private final Flow.Publisher<? extends T> publisher;
    private final int prefetch;
    private final Consumer<Future<?>> onEndOfTask = this::endOfTask;

    // Loop thread only.
    //         hasNext            onComplete
    //   NEW ───────────→ SUBSCRIBED ───────→ COMPLETED     (items may be left)
    //    │                   │ └───────────→ FAILED        (and its failure, until it has been thrown)
    //    │                   │    onError      │
    //    └───────────────────┴─────────────────┴──────────→ CLOSED      close, the end of the task, the last item
    private State state = State.NEW;
    private final ArrayDeque<T> items = new ArrayDeque<>();
    private int requested;
    private @Nullable Task<?> task;
    private Flow.@Nullable Subscription subscription;
    private @Nullable Throwable failure;
    private boolean failureSeen;
    private @Nullable Future<@Nullable Void> waiter;

    PublishedItems(Flow.Publisher<? extends T> publisher, int prefetch) {
        this.publisher = publisher;
        this.prefetch = prefetch;
    }

    /**
     * This very object: it iterates once.
     *
     * @return this
     */
    @Override
    public Iterator<T> iterator() {
        return this;
    }

    /**
     * Waits until the publisher has sent an item or has ended. Does not suspend where an item is there.
     *
     * <p><em>Cancellation:</em> the subscription stays, and so does an item that came in the same turn: the next call has
     * it. See above for what ends the subscription.
     *
     * @return false if the publisher is complete, or this is closed
     * @throws IllegalStateException if the caller is no task, or another than the one that has begun to iterate
     */
    @Override
    public boolean hasNext() {
        if (state == State.CLOSED) {
            return false;
        }
        if (state == State.NEW) {
            subscribe();
        } else if (Asyncio.currentTask() != task) {
            throw new IllegalStateException(
                    "only the task that has begun to iterate over a publisher may go on: " + task);
        }
        while (items.isEmpty() && state == State.SUBSCRIBED) {
            request();
            awaitSignal();
        }
        if (!items.isEmpty()) {
            request();
            return true;
        }
        Throwable thrown = failure;
        if (state == State.FAILED && thrown != null) {
            failureSeen = true;
            forgetTask();
            throw Undeclared.<RuntimeException>of(thrown);
        }
        close();
        return false;
    }

    /**
     * Waits for the next item.
     *
     * <p><em>Cancellation:</em> as in {@link #hasNext}: no item is lost.
     *
     * @return the item
     * @throws NoSuchElementException if the publisher is complete, or this is closed
     * @throws IllegalStateException if the caller is no task, or another than the one that has begun to iterate
     */
    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException(
                    "there are no more items: the publisher is complete, or the iteration was closed");
        }
        return items.remove();
    }

    /**
     * Ends the iteration: cancels the subscription if it is open, and drops the items that are there. A task that waits
     * here finds no more. Does nothing the second time. Never waits; on the loop's thread.
     */
    @Override
    public void close() {
        if (state == State.CLOSED) {
            return;
        }
        boolean open = state == State.SUBSCRIBED;
        Throwable unseen = failureSeen ? null : failure;
        state = State.CLOSED;
        items.clear();
        forgetTask();
        wake();
        if (unseen != null) {
            reportUnseen(unseen);
        }
        if (open && subscription != null) {
            subscription.cancel();
        }
    }

    private void endOfTask(Future<?> ended) {
        close();
    }

    private void forgetTask() {
        if (task != null) {
            task.removeDoneCallback(onEndOfTask);
        }
    }

    private void reportUnseen(Throwable unseen) {
        Objects.requireNonNull(task)
                .getLoop()
                .callExceptionHandler(
                        new ExceptionContext("a publisher failed after its iteration had been left", unseen));
    }

    private void subscribe() {
        EventLoop loop = Asyncio.getRunningLoop();
        Task<?> caller = Asyncio.currentTask();
        if (caller == null) {
            throw new IllegalStateException("iterating over a publisher needs a task, and this is a callback: "
                    + "callbacks cannot wait; create a task in it");
        }
        task = caller;
        state = State.SUBSCRIBED;
        caller.addDoneCallback(onEndOfTask);
        try {
            publisher.subscribe(new LoopSubscriber<>(loop, this));
        } catch (Throwable exception) {
            close();
            throw exception;
        }
    }

    /** The demand of one: not before the item before it was taken. More: in halves. */
    private void request() {
        int missing = prefetch - items.size() - requested;
        if (subscription != null && state == State.SUBSCRIBED && missing * 2L >= prefetch) {
            requested += missing;
            subscription.request(missing);
        }
    }

    private void awaitSignal() {
        Future<@Nullable Void> signal = Asyncio.getRunningLoop().createFuture();
        waiter = signal;
        try {
            signal.await();
        } catch (CoroutineExit closing) {
            close();
            throw closing;
        } catch (Exception impossible) {
            throw new IllegalStateException("waiting for a publisher failed", impossible);
        } finally {
            waiter = null;
        }
    }

    private void wake() {
        Future<@Nullable Void> waiting = waiter;
        if (waiting != null && !waiting.done()) {
            waiting.setResult(null);
        }
    }

    // ---- signals, on the loop's thread

    void subscribed(Flow.Subscription opened) {
        if (state == State.CLOSED) {
            opened.cancel();
        } else {
            subscription = opened;
            requestFirst(opened);
        }
    }

    /** The task waits: what must not be thrown, and is all the same, has to reach it. */
    private void requestFirst(Flow.Subscription opened) {
        try {
            request();
        } catch (Throwable exception) {
            failed(exception);
            opened.cancel();
        }
    }

    void arrived(T item) {
        if (state == State.SUBSCRIBED) {
            requested = Math.max(0, requested - 1);
            items.add(item);
            wake();
        }
    }

    void completed() {
        if (state == State.SUBSCRIBED) {
            state = State.COMPLETED;
            wake();
        }
    }

    void failed(Throwable exception) {
        if (state == State.SUBSCRIBED) {
            state = State.FAILED;
            failure = exception;
            wake();
        } else {
            reportUnseen(exception);
        }
    }

    @Override
    public String toString() {
        return "<PublishedItems " + state.name().toLowerCase(Locale.ROOT) + " items=" + items.size() + " requested="
                + requested + ">";
    }
}
