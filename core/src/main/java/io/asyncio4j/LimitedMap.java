package io.asyncio4j;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A function at work on items, a limited number at a time: {@code map}, {@code mapAsCompleted} and the limited
 * {@code gather}. Items are taken from their iterator by the calling task, when it asks for what is done next. An item
 * has its place until its result is taken, so that results do not pile up either. Loop thread only.
 */
final class LimitedMap<A, T extends @Nullable Object> {
    // Fixed.
    private final int limit;
    private final Iterator<? extends A> items;
    private final Block<? super A, ? extends T> function;
    private final Task<?> owner;
    private final Decision decision;

    private final ArrayDeque<Arrival<T>> arrivals = new ArrayDeque<>();
    private @Nullable Future<@Nullable Void> waiter;
    private int started;
    private int running;

    /** A result, and which item's. */
    private record Arrival<T extends @Nullable Object>(int index, T result) {}

    private LimitedMap(String caller, int limit, Iterable<? extends A> items, Block<? super A, ? extends T> function) {
        this.owner = RunningLoop.currentTask(caller);
        this.limit = checkLimit(limit);
        this.function = Objects.requireNonNull(function, "the function of " + caller);
        this.items = Objects.requireNonNull(items, "the items of " + caller).iterator();
        this.decision = new Decision(caller);
    }

    static int checkLimit(int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("a limit of " + limit + " lets nothing begin: it must be 1 or more");
        }
        return limit;
    }

    /** The results in the order of the items. */
    static <A, T extends @Nullable Object> List<T> inOrder(
            String caller, int limit, Iterable<? extends A> items, Block<? super A, ? extends T> function)
            throws Exception {
        LimitedMap<A, T> map = new LimitedMap<>(caller, limit, items, function);
        return map.decision.run(map::collect);
    }

    /** Runs a body that is given the results in the order of their completion; what it leaves is cancelled. */
    static <A, T extends @Nullable Object, R extends @Nullable Object> R asCompleted(
            int limit, Iterable<? extends A> items, Block<? super A, ? extends T> function, Block<Iterable<T>, R> body)
            throws Exception {
        Objects.requireNonNull(body, "the body of mapAsCompleted()");
        LimitedMap<A, T> map = new LimitedMap<>("mapAsCompleted()", limit, items, function);
        return map.decision.run(() -> {
            R result = body.call(map.results());
            map.decision.endWithTheBody();
            return result;
        });
    }

    @SuppressWarnings("NullAway") // each place is filled before the list is returned
    private List<T> collect() {
        List<T> results = new ArrayList<>();
        while (hasNext()) {
            Arrival<T> arrival = next();
            while (results.size() <= arrival.index()) {
                results.add(null);
            }
            results.set(arrival.index(), arrival.result());
        }
        return results;
    }

    private Iterable<T> results() {
        Iterator<T> results = new Iterator<>() {
            @Override
            public boolean hasNext() {
                return LimitedMap.this.hasNext();
            }

            @Override
            public T next() {
                return LimitedMap.this.next().result();
            }
        };
        return () -> results;
    }

    private boolean hasNext() {
        if (RunningLoop.currentTask("mapAsCompleted()") != owner) {
            throw new IllegalStateException("the results of mapAsCompleted() are for the task that called it: "
                    + "iterate in the body itself, not in another task");
        }
        fill();
        if (decision.isMade()) {
            // the body is to end, as if it had been waiting; one that goes on all the same is given nothing more
            owner.yieldTurn();
            return false;
        }
        return !arrivals.isEmpty() || running > 0;
    }

    private void fill() {
        while (running + arrivals.size() < limit && !decision.isMade() && items.hasNext()) {
            A item = items.next();
            if (decision.isMade()) {
                return;
            }
            int index = started++;
            running++;
            decision.start(() -> function.call(item), task -> arrive(index, task));
        }
    }

    private Arrival<T> next() {
        if (!hasNext()) {
            throw new NoSuchElementException("all items are done: check hasNext()");
        }
        while (arrivals.isEmpty()) {
            Future<@Nullable Void> wait = owner.getLoop().createFuture();
            waiter = wait;
            owner.awaitFuture(wait);
        }
        return arrivals.remove();
    }

    private void arrive(int index, Task<? extends T> task) {
        running--;
        Throwable failure = Decision.failureOf(task);
        if (failure != null) {
            decision.fail(failure);
            return;
        }
        arrivals.add(new Arrival<>(index, Futures.resultOf(task)));
        if (waiter != null) {
            Waiting.release(waiter);
        }
    }
}
