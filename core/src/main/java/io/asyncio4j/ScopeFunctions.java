package io.asyncio4j;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The part of {@link Asyncio} that asyncio does not have: more ways of running several things, none of which leaves
 * anything running behind.
 */
abstract sealed class ScopeFunctions extends WaitingFunctions permits Asyncio {
    ScopeFunctions() {}

    /**
     * Runs a block whose tasks end before it does, and in which a task that fails cancels neither the others nor the
     * body, see {@link TaskGroup#supervising()}.
     *
     * <p><em>Cancellation:</em> cancels the tasks, waits for them, and goes on; a failure that came first or comes
     * meanwhile comes out, and the cancellation is thrown by the next wait.
     *
     * @param <T> the block's result
     * @param block given the group, to create tasks in
     * @return the block's result; null if {@link TaskGroup#cancel()} has cut the block short
     * @throws ExceptionGroup the failures, in the order in which they came, if all are exceptions
     * @throws BaseExceptionGroup the failures, if an {@link Error} is among them
     * @throws IllegalStateException if the caller is no task
     * @throws Exception never anything else
     */
    public static <T extends @Nullable Object> T supervisorGroup(Block<TaskGroup, T> block) throws Exception {
        return TaskGroup.supervising().with(block);
    }

    /**
     * Runs a block that returns nothing and whose failed tasks cancel nobody, see {@link #supervisorGroup(Block)}.
     *
     * @param block given the group, to create tasks in
     * @throws ExceptionGroup the failures, if all are exceptions
     * @throws BaseExceptionGroup the failures, if an {@link Error} is among them
     * @throws Exception never anything else
     */
    public static void supervisorGroup(VoidBlock<TaskGroup> block) throws Exception {
        TaskGroup.supervising().with(block);
    }

    /**
     * Runs a block whose failed tasks cancel nobody and are told to a handler, see
     * {@link TaskGroup#supervising(BiConsumer)}.
     *
     * <p><em>Cancellation:</em> as of {@link #supervisorGroup(Block)}.
     *
     * @param <T> the block's result
     * @param handler given each failed task and its exception as it fails; must not wait
     * @param block given the group, to create tasks in
     * @return the block's result; null if {@link TaskGroup#cancel()} has cut the block short
     * @throws ExceptionGroup what the body and the handler failed with, if all are exceptions
     * @throws BaseExceptionGroup what the body and the handler failed with, if an {@link Error} is among them
     * @throws IllegalStateException if the caller is no task
     * @throws Exception never anything else
     */
    public static <T extends @Nullable Object> T supervisorGroup(
            BiConsumer<? super Task<?>, ? super Throwable> handler, Block<TaskGroup, T> block) throws Exception {
        return TaskGroup.supervising(handler).with(block);
    }

    /**
     * Runs a block that returns nothing and whose failed tasks are told to a handler, see
     * {@link #supervisorGroup(BiConsumer, Block)}.
     *
     * @param handler given each failed task and its exception as it fails; must not wait
     * @param block given the group, to create tasks in
     * @throws ExceptionGroup what the body and the handler failed with, if all are exceptions
     * @throws BaseExceptionGroup what the body and the handler failed with, if an {@link Error} is among them
     * @throws Exception never anything else
     */
    public static void supervisorGroup(
            BiConsumer<? super Task<?>, ? super Throwable> handler, VoidBlock<TaskGroup> block) throws Exception {
        TaskGroup.supervising(handler).with(block);
    }

    /**
     * Runs a block with a time limit, and goes on without its result when the time is over: as {@link Asyncio#timeout
     * timeout}, without the exception. As {@code move_on_after} of Trio.
     *
     * <p>Empty means: the time was over, and this cancelled the block. A {@link CancelledError} that somebody else has
     * asked for passes, also in the same turn, and so does whatever else the block throws, a
     * {@code TimeoutException} for one. A block that returns null in time gives an empty result too; one that returns
     * nothing has {@link #moveOnAfter(Duration, VoidBlock)}, which tells the two apart.
     *
     * <p><em>Cancellation:</em> goes through the block as everywhere.
     *
     * @param <T> the block's result
     * @param delay how long the block may take; null for no limit; zero or less expires in the next turn
     * @param block given the timeout, to ask it and to move its deadline
     * @return the block's result, also if the time was over but the block ended without noticing; empty if it was cut
     *     short
     * @throws IllegalArgumentException if the delay is beyond 292 years
     * @throws IllegalStateException if the caller is no task
     * @throws Exception what the block throws
     */
    public static <T> Optional<T> moveOnAfter(@Nullable Duration delay, Block<Timeout, T> block) throws Exception {
        Objects.requireNonNull(block, "the block");
        return Timeout.of(delay).withOr(Optional.empty(), timeout -> Optional.ofNullable(block.call(timeout)));
    }

    /**
     * Runs a block that returns nothing with a time limit, and goes on when the time is over, see
     * {@link #moveOnAfter(Duration, Block)}.
     *
     * @param delay how long the block may take; null for no limit; zero or less expires in the next turn
     * @param block given the timeout
     * @return true if the block has ended by itself, false if it was cut short
     * @throws Exception what the block throws
     */
    public static boolean moveOnAfter(@Nullable Duration delay, VoidBlock<Timeout> block) throws Exception {
        Objects.requireNonNull(block, "the block");
        return Timeout.of(delay).withOr(false, timeout -> {
            block.run(timeout);
            return true;
        });
    }

    /**
     * Runs coroutines concurrently, each as a task, until one has a result; the others are cancelled and waited for. As
     * {@code Promise.any}, but nothing is left running.
     *
     * <p>Failures of those that did not win are dropped, unless all fail; one that ends cancelled by itself counts as
     * failed with its {@link ChildCancelledError}. What a loser fails with in answer to its cancellation reaches the loop's
     * exception handler. Where tasks start eagerly, coroutines that come after a winner never begin.
     *
     * <p><em>Cancellation:</em> cancels all, waits for them, and goes on; a result that was won in the same turn is
     * dropped, and failures so far are suppressed in the {@link CancelledError}.
     *
     * @param <T> the result
     * @param coroutines at least one
     * @return the first result
     * @throws IllegalArgumentException if there is no coroutine
     * @throws IllegalStateException if the caller is no task
     * @throws ExceptionGroup the failures, in the order of the coroutines, if all have failed and all are exceptions
     * @throws BaseExceptionGroup the failures, if all have failed and an {@link Error} is among them
     * @throws Exception never anything else
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public static <T extends @Nullable Object> T race(Coroutine<? extends T>... coroutines) throws Exception {
        return Race.firstResult(Arrays.asList(coroutines));
    }

    /**
     * Runs coroutines that return nothing until one has ended without a failure, see {@link #race(Coroutine...)}.
     *
     * @param coroutines at least one
     * @throws ExceptionGroup the failures, in the order of the coroutines, if all have failed and all are exceptions
     * @throws BaseExceptionGroup the failures, if all have failed and an {@link Error} is among them
     * @throws Exception never anything else
     */
    public static void race(VoidCoroutine... coroutines) throws Exception {
        Race.firstResult(asCoroutines(coroutines));
    }

    /**
     * Runs coroutines until one has a result, see {@link #race(Coroutine...)}.
     *
     * @param <T> the result
     * @param coroutines at least one
     * @return the first result
     * @throws ExceptionGroup the failures, in the order of the coroutines, if all have failed and all are exceptions
     * @throws BaseExceptionGroup the failures, if all have failed and an {@link Error} is among them
     * @throws Exception never anything else
     */
    public static <T extends @Nullable Object> T race(Collection<? extends Coroutine<? extends T>> coroutines)
            throws Exception {
        return Race.firstResult(coroutines);
    }

    /**
     * Runs coroutines concurrently, each as a task, until one has ended, with a result or a failure; the others are
     * cancelled and waited for. As {@code Promise.race}, but nothing is left running.
     *
     * <p>One that ends cancelled by itself counts as failed with its {@link ChildCancelledError}. What the others fail with
     * in answer to their cancellation is suppressed in the failure that is thrown, or, if there is a result, reaches the
     * loop's exception handler. Where tasks start eagerly, coroutines that come after the first end never begin.
     *
     * <p><em>Cancellation:</em> cancels all, waits for them, and goes on; a result that came in the same turn is dropped, a
     * failure is suppressed in the {@link CancelledError}.
     *
     * @param <T> the result
     * @param coroutines at least one
     * @return the result of the first that has ended
     * @throws IllegalArgumentException if there is no coroutine
     * @throws IllegalStateException if the caller is no task
     * @throws Exception what the first that has ended failed with, the very object
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public static <T extends @Nullable Object> T firstCompleted(Coroutine<? extends T>... coroutines) throws Exception {
        return Race.firstEnd(Arrays.asList(coroutines));
    }

    /**
     * Runs coroutines that return nothing until one has ended, see {@link #firstCompleted(Coroutine...)}.
     *
     * @param coroutines at least one
     * @throws Exception what the first that has ended failed with, the very object
     */
    public static void firstCompleted(VoidCoroutine... coroutines) throws Exception {
        Race.firstEnd(asCoroutines(coroutines));
    }

    /**
     * Runs coroutines until one has ended, see {@link #firstCompleted(Coroutine...)}.
     *
     * @param <T> the result
     * @param coroutines at least one
     * @return the result of the first that has ended
     * @throws Exception what the first that has ended failed with, the very object
     */
    public static <T extends @Nullable Object> T firstCompleted(Collection<? extends Coroutine<? extends T>> coroutines)
            throws Exception {
        return Race.firstEnd(coroutines);
    }

    /**
     * Calls a function for each item, in a task of its own, a limited number at a time.
     *
     * <p>An item is taken from the iterator when there is a place for it, by the calling task: an iterator may wait. The
     * first failure, of the function or the iterator, cancels the rest, which is waited for, and comes out, the very
     * object; later ones are suppressed in it. A task of the function that ends cancelled by itself counts as failed with
     * its {@link ChildCancelledError}.
     *
     * <p><em>Cancellation:</em> cancels the tasks, waits for them, and goes on. What they fail with in answer reaches the
     * loop's exception handler; a failure that had come before is suppressed in the {@link CancelledError}.
     *
     * @param <A> the items
     * @param <T> the results
     * @param limit how many at a time, 1 or more
     * @param items what to call the function with
     * @param function may wait
     * @return the results, in the order of the items
     * @throws IllegalArgumentException if the limit is less than 1
     * @throws IllegalStateException if the caller is no task
     * @throws Exception the first failure
     */
    public static <A, T extends @Nullable Object> List<T> map(
            int limit, Iterable<? extends A> items, Block<? super A, ? extends T> function) throws Exception {
        return LimitedMap.inOrder("map()", limit, items, function);
    }

    /**
     * Calls a function that returns nothing for each item, a limited number at a time, see {@link #map(int, Iterable, Block)}.
     *
     * @param <A> the items
     * @param limit how many at a time, 1 or more
     * @param items what to call the function with
     * @param function may wait
     * @throws IllegalArgumentException if the limit is less than 1
     * @throws Exception the first failure
     */
    public static <A> void map(int limit, Iterable<? extends A> items, VoidBlock<? super A> function) throws Exception {
        Objects.requireNonNull(function, "the function of map()");
        LimitedMap.inOrder("map()", limit, items, (A item) -> {
            function.run(item);
            return true;
        });
    }

    /**
     * Calls a function for each item, in a task of its own, a limited number at a time, and gives the results to a block as
     * they come: {@code for (String page : pages)} waits for the next one.
     *
     * <p>{@snippet :
     * mapAsCompleted(3, urls, url -> fetch(url), pages -> {
     *     for (String page : pages) {
     *         if (page.contains(word)) {
     *             break; // what is under way is cancelled, and the rest never begins
     *         }
     *     }
     * });
     * }
     *
     * <p>When the block ends, what it has left is cancelled and waited for. An item is taken from the iterator, by the
     * calling task, when the block asks for a result and fewer than the limit are under way or done but not asked for: so
     * the items may be without end. The first failure, of the function, the iterator or the block, cancels the rest and
     * the block, and comes out, the very object; later ones are suppressed in it. Failures of tasks that the block has
     * left reach the loop's exception handler. Only the calling task may iterate, once.
     *
     * <p><em>Cancellation:</em> as of {@link #map(int, Iterable, Block)}; a result that the block was about to be given is
     * dropped.
     *
     * @param <A> the items
     * @param <T> the results of the function
     * @param <R> the block's result
     * @param limit how many at a time, 1 or more
     * @param items what to call the function with
     * @param function may wait
     * @param block given the results, in the order of their completion
     * @return the block's result
     * @throws IllegalArgumentException if the limit is less than 1
     * @throws IllegalStateException if the caller is no task
     * @throws Exception the first failure
     */
    public static <A, T extends @Nullable Object, R extends @Nullable Object> R mapAsCompleted(
            int limit, Iterable<? extends A> items, Block<? super A, ? extends T> function, Block<Iterable<T>, R> block)
            throws Exception {
        return LimitedMap.asCompleted(limit, items, function, block);
    }

    /**
     * Calls a function for each item and gives the results to a block that returns nothing, see
     * {@link #mapAsCompleted(int, Iterable, Block, Block)}.
     *
     * @param <A> the items
     * @param <T> the results of the function
     * @param limit how many at a time, 1 or more
     * @param items what to call the function with
     * @param function may wait
     * @param block given the results, in the order of their completion
     * @throws IllegalArgumentException if the limit is less than 1
     * @throws Exception the first failure
     */
    public static <A, T extends @Nullable Object> void mapAsCompleted(
            int limit,
            Iterable<? extends A> items,
            Block<? super A, ? extends T> function,
            VoidBlock<Iterable<T>> block)
            throws Exception {
        Objects.requireNonNull(block, "the body of mapAsCompleted()");
        LimitedMap.<A, T, Boolean>asCompleted(limit, items, function, results -> {
            block.run(results);
            return true;
        });
    }

    /**
     * Runs coroutines concurrently, a limited number at a time. Unlike {@link Asyncio#gather(Collection) gather} without a
     * limit, the first failure cancels the rest, and is the outcome once they have ended; see
     * {@link #map(int, Iterable, Block)}.
     *
     * @param <T> the results
     * @param limit how many at a time, 1 or more
     * @param coroutines what to run
     * @return a task with the results, in the order given; cancelling it cancels the coroutines
     * @throws IllegalArgumentException if the limit is less than 1
     * @throws IllegalStateException if no loop is running on this thread
     */
    public static <T extends @Nullable Object> Future<List<T>> gather(
            int limit, Collection<? extends Coroutine<? extends T>> coroutines) {
        LimitedMap.checkLimit(limit);
        List<Coroutine<? extends T>> given = new ArrayList<>(coroutines);
        for (Coroutine<? extends T> coroutine : given) {
            Objects.requireNonNull(coroutine, "gather() was given null among its coroutines");
        }
        Coroutine<List<T>> all = () -> LimitedMap.inOrder("gather()", limit, given, coroutine -> coroutine.await());
        return RunningLoop.get().createTask(all);
    }
}
