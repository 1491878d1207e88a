package io.asyncio4j;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Futures in the order in which they end, see {@link Asyncio#asCompleted}. Iterates once.
 *
 * <p>{@code for (Future<String> first : asCompleted(tasks))} waits in {@code next()} and gives the futures that were
 * given, done; {@link #coroutines} gives coroutines instead, each of which waits for the next result. Follows
 * {@code as_completed} of asyncio's «Coroutines and Tasks».
 *
 * @param <T> the results
 */
@SuppressWarnings("IterableAndIterator") // as asyncio's: it iterates once, and says so
public final class AsCompleted<T extends @Nullable Object> implements Iterable<Future<T>>, Iterator<Future<T>> {
    // Loop thread only.
    private final Set<Future<T>> todo = new LinkedHashSet<>();
    private final ArrayDeque<Arrival<T>> arrivals = new ArrayDeque<>();
    private final ArrayDeque<Future<@Nullable Void>> waiters = new ArrayDeque<>();
    private final EventLoop loop;
    private final Consumer<Future<T>> onDone = this::arrive;
    private @Nullable TimerHandle alarm;
    private int left;

    /** A future that is done, or the news that the time is over. */
    private record Arrival<T extends @Nullable Object>(
            @Nullable Future<T> future) {}

    private AsCompleted(EventLoop loop) {
        this.loop = loop;
    }

    static <T extends @Nullable Object> AsCompleted<T> of(
            Collection<? extends Awaitable<? extends T>> awaitables, @Nullable Duration timeout) {
        for (Awaitable<? extends T> awaitable : awaitables) {
            Objects.requireNonNull(awaitable, "asCompleted() was given null among its awaitables");
        }
        EventLoop loop = RunningLoop.get();
        Long deadline = timeout == null ? null : Long.valueOf(Durations.deadline(loop.time(), timeout));
        AsCompleted<T> result = new AsCompleted<>(loop);
        result.start(awaitables, deadline);
        return result;
    }

    @SuppressWarnings("unchecked") // a future of a subtype of T only ever gives T
    private void start(Collection<? extends Awaitable<? extends T>> awaitables, @Nullable Long deadline) {
        for (Awaitable<? extends T> awaitable : awaitables) {
            todo.add((Future<T>) Futures.ensure(awaitable, loop));
        }
        left = todo.size();
        for (Future<T> future : todo) {
            future.onDone(onDone);
        }
        if (!todo.isEmpty() && deadline != null) {
            alarm = loop.at(deadline, this::timeOut);
        }
    }

    private void arrive(Future<T> future) {
        if (!todo.remove(future)) {
            return;
        }
        put(new Arrival<>(future));
        if (todo.isEmpty() && alarm != null) {
            alarm.cancel();
        }
    }

    private void timeOut() {
        List<Future<T>> late = new ArrayList<>(todo);
        todo.clear();
        for (Future<T> future : late) {
            future.removeDoneCallback(onDone);
            put(new Arrival<>(null));
        }
    }

    private void put(Arrival<T> arrival) {
        arrivals.add(arrival);
        wakeNext();
    }

    private void wakeNext() {
        for (Future<@Nullable Void> waiter = waiters.poll(); waiter != null; waiter = waiters.poll()) {
            if (!waiter.done()) {
                waiter.setResult(null);
                return;
            }
        }
    }

    private Future<T> takeOne() throws TimeoutException {
        while (arrivals.isEmpty()) {
            awaitArrival();
        }
        Future<T> future = arrivals.remove().future();
        if (future == null) {
            throw new TimeoutException();
        }
        return future;
    }

    private void awaitArrival() {
        Task<?> task = RunningLoop.currentTask("asCompleted()");
        Future<@Nullable Void> waiter = loop.createFuture();
        waiters.add(waiter);
        try {
            task.awaitFuture(waiter);
        } catch (Throwable exception) {
            waiter.cancel();
            waiters.remove(waiter);
            if (!arrivals.isEmpty() && !waiter.cancelled()) {
                // woken, but going away: the next in line takes it
                wakeNext();
            }
            throw exception;
        }
    }

    /**
     * This very object: it iterates once.
     *
     * @return this
     */
    @Override
    public Iterator<Future<T>> iterator() {
        return this;
    }

    /**
     * Whether a future has not been asked for yet.
     *
     * @return true if {@link #next} has something to wait for
     */
    @Override
    public boolean hasNext() {
        return left > 0;
    }

    /**
     * Waits for the next future to be done: the very one that was given, or the task made for a coroutine.
     *
     * <p><em>Cancellation:</em> the futures are not cancelled; one that was about to be returned is left to the next
     * caller, but this call counts as one of as many as there are futures.
     *
     * @return the future, done
     * @throws NoSuchElementException if there is none left
     */
    @Override
    public Future<T> next() {
        claim();
        try {
            return takeOne();
        } catch (TimeoutException exception) {
            // Iterator.next() cannot say so, but this is what a catch around the loop looks for: see adr/0004
            throw Undeclared.<RuntimeException>of(exception);
        }
    }

    private void claim() {
        if (left <= 0) {
            throw new NoSuchElementException("all futures of asCompleted() have been asked for: check hasNext()");
        }
        left--;
    }

    /**
     * The other form: coroutines, each of which waits for the next future and has its result.
     *
     * @return coroutines, as many as futures are left
     */
    public Iterable<Coroutine<T>> coroutines() {
        return () -> new Iterator<>() {
            @Override
            public boolean hasNext() {
                return left > 0;
            }

            @Override
            public Coroutine<T> next() {
                claim();
                return () -> takeOne().result();
            }
        };
    }

    /** Throws a checked exception where the signature cannot name it. */
    private static final class Undeclared {
        @SuppressWarnings("unchecked") // nothing is cast at run time, and that is the point
        static <E extends Exception> RuntimeException of(Exception exception) throws E {
            throw (E) exception;
        }
    }
}
