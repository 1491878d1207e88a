package io.asyncio4j;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** The part of {@link Asyncio} that waits for several things, or for a limited time. */
abstract sealed class WaitingFunctions extends TaskFunctions permits ScopeFunctions {
    WaitingFunctions() {}

    /**
     * Gathers nothing.
     *
     * @param <T> the results
     * @return a future that is done, with an empty list
     */
    public static <T extends @Nullable Object> Future<List<T>> gather() {
        return GatheringFuture.of(List.of(), false);
    }

    /**
     * Runs awaitables concurrently; coroutines become tasks.
     *
     * <p>The first failure, or cancellation of a child, is the outcome at once; the others go on. Cancelling what is
     * returned cancels all children.
     *
     * @param <T> the results
     * @param awaitables a future given twice counts once; a lambda given twice runs twice
     * @return the results, in the order given
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public static <T extends @Nullable Object> Future<List<T>> gather(Awaitable<? extends T>... awaitables) {
        return GatheringFuture.of(Arrays.stream(awaitables).toList(), false);
    }

    /**
     * Runs coroutines that return nothing concurrently, see {@link #gather(Awaitable...)}. One body without a result is enough
     * for Java to take all of them so: {@link #coroutine(VoidCoroutine)} makes it one with the result null.
     *
     * @param coroutines what to run
     * @return done when all are
     */
    public static Future<List<@Nullable Void>> gather(VoidCoroutine... coroutines) {
        return GatheringFuture.of(asCoroutines(coroutines), false);
    }

    /**
     * Runs awaitables concurrently, see {@link #gather(Awaitable...)}.
     *
     * @param <T> the results
     * @param awaitables a future given twice counts once; a lambda given twice runs twice
     * @return the results, in the order given
     */
    public static <T extends @Nullable Object> Future<List<T>> gather(
            Collection<? extends Awaitable<? extends T>> awaitables) {
        return GatheringFuture.of(new ArrayList<>(awaitables), false);
    }

    /**
     * Runs awaitables concurrently, see {@link #gather(Awaitable...)}.
     *
     * @param returnExceptions if true, failures and cancellations stand among the results as {@code Throwable}s
     * @param awaitables a future given twice counts once; a lambda given twice runs twice
     * @return the results, in the order given
     */
    public static Future<List<@Nullable Object>> gather(boolean returnExceptions, Awaitable<?>... awaitables) {
        return GatheringFuture.of(Arrays.stream(awaitables).toList(), returnExceptions);
    }

    /**
     * Runs coroutines that return nothing concurrently, see {@link #gather(boolean, Awaitable...)}.
     *
     * @param returnExceptions if true, failures and cancellations stand among the results as {@code Throwable}s
     * @param coroutines what to run
     * @return null or the exception for each
     */
    public static Future<List<@Nullable Throwable>> gather(boolean returnExceptions, VoidCoroutine... coroutines) {
        return GatheringFuture.of(asCoroutines(coroutines), returnExceptions);
    }

    /**
     * Runs awaitables concurrently, see {@link #gather(boolean, Awaitable...)}.
     *
     * @param returnExceptions if true, failures and cancellations stand among the results as {@code Throwable}s
     * @param awaitables a future given twice counts once; a lambda given twice runs twice
     * @return the results, in the order given
     */
    public static Future<List<@Nullable Object>> gather(
            boolean returnExceptions, Collection<? extends Awaitable<?>> awaitables) {
        return GatheringFuture.of(new ArrayList<>(awaitables), returnExceptions);
    }

    static List<Coroutine<@Nullable Void>> asCoroutines(VoidCoroutine... coroutines) {
        List<Coroutine<@Nullable Void>> all = new ArrayList<>(coroutines.length);
        for (VoidCoroutine coroutine : coroutines) {
            all.add(Objects.requireNonNull(coroutine, "null was given among the coroutines")
                    .asCoroutine());
        }
        return all;
    }

    /**
     * Protects an awaitable from being cancelled: cancelling what is returned leaves the awaitable alone. A coroutine
     * becomes a task.
     *
     * @param <T> the result
     * @param awaitable what to protect
     * @return a future with the awaitable's outcome; the awaitable itself if it is done
     */
    public static <T extends @Nullable Object> Future<T> shield(Awaitable<T> awaitable) {
        return Futures.shield(awaitable);
    }

    /**
     * Protects a coroutine that returns nothing, see {@link #shield(Awaitable)}.
     *
     * @param coroutine what to protect
     * @return a future with its outcome
     */
    public static Future<@Nullable Void> shield(VoidCoroutine coroutine) {
        return Futures.shield(VoidBody.of(coroutine));
    }

    /**
     * Runs a block with a time limit, see {@link Timeout}.
     *
     * @param <T> the block's result
     * @param delay how long the block may take; null for no limit; zero or less expires in the next turn
     * @param block given the timeout, to ask it and to move its deadline
     * @return the block's result
     * @throws TimeoutException if the time is over and this cancelled the block
     * @throws Exception what the block throws
     */
    public static <T extends @Nullable Object> T timeout(@Nullable Duration delay, Block<Timeout, T> block)
            throws Exception {
        return Timeout.of(delay).with(block);
    }

    /**
     * Runs a block that returns nothing with a time limit, see {@link #timeout(Duration, Block)}.
     *
     * @param delay how long the block may take; null for no limit
     * @param block given the timeout
     * @throws TimeoutException if the time is over and this cancelled the block
     * @throws Exception what the block throws
     */
    public static void timeout(@Nullable Duration delay, VoidBlock<Timeout> block) throws Exception {
        Timeout.of(delay).with(block);
    }

    /**
     * Runs a block with a deadline, see {@link Timeout}.
     *
     * @param <T> the block's result
     * @param when nanoseconds of the loop's clock; null for no limit
     * @param block given the timeout
     * @return the block's result
     * @throws TimeoutException if the deadline passed and this cancelled the block
     * @throws Exception what the block throws
     */
    public static <T extends @Nullable Object> T timeoutAt(@Nullable Long when, Block<Timeout, T> block)
            throws Exception {
        return Timeout.at(when).with(block);
    }

    /**
     * Runs a block that returns nothing with a deadline, see {@link #timeoutAt(Long, Block)}.
     *
     * @param when nanoseconds of the loop's clock; null for no limit
     * @param block given the timeout
     * @throws TimeoutException if the deadline passed and this cancelled the block
     * @throws Exception what the block throws
     */
    public static void timeoutAt(@Nullable Long when, VoidBlock<Timeout> block) throws Exception {
        Timeout.at(when).with(block);
    }

    /**
     * Waits for one awaitable, for a time. When the time is over it is cancelled, and waited for until it has ended, which
     * may take longer.
     *
     * <p><em>Cancellation:</em> cancels the awaitable too.
     *
     * @param <T> the result
     * @param awaitable a coroutine runs in the calling task; with a timeout of zero or less it never starts
     * @param timeout null for no limit
     * @return the result, also if the awaitable ignored that its time was over and returned one
     * @throws TimeoutException if the time was over
     * @throws Exception what the awaitable failed with
     */
    public static <T extends @Nullable Object> T waitFor(Awaitable<T> awaitable, @Nullable Duration timeout)
            throws Exception {
        return Waiting.waitFor(awaitable, timeout);
    }

    /**
     * Waits for a coroutine that returns nothing, for a time, see {@link #waitFor(Awaitable, Duration)}.
     *
     * @param coroutine what to wait for
     * @param timeout null for no limit
     * @throws TimeoutException if the time was over
     * @throws Exception what the coroutine failed with
     */
    public static void waitFor(VoidCoroutine coroutine, @Nullable Duration timeout) throws Exception {
        Waiting.waitFor(VoidBody.of(coroutine), timeout);
    }

    /**
     * Waits until all futures are done, see {@link #wait(Collection, Duration, ReturnWhen)}.
     *
     * @param <F> the futures
     * @param futures at least one
     * @return those done and those pending
     */
    public static <F extends Future<?>> Wait<F> wait(Collection<F> futures) {
        return Wait.of(futures, null, ReturnWhen.ALL_COMPLETED);
    }

    /**
     * Waits for some of the futures, see {@link #wait(Collection, Duration, ReturnWhen)}.
     *
     * @param <F> the futures
     * @param futures at least one
     * @param returnWhen when to return
     * @return those done and those pending
     */
    public static <F extends Future<?>> Wait<F> wait(Collection<F> futures, ReturnWhen returnWhen) {
        return Wait.of(futures, null, returnWhen);
    }

    /**
     * Waits until all futures are done or the time is over, see {@link #wait(Collection, Duration, ReturnWhen)}.
     *
     * @param <F> the futures
     * @param futures at least one
     * @param timeout null for no limit
     * @return those done and those pending
     */
    public static <F extends Future<?>> Wait<F> wait(Collection<F> futures, @Nullable Duration timeout) {
        return Wait.of(futures, timeout, ReturnWhen.ALL_COMPLETED);
    }

    /**
     * Waits for futures. Neither the end of the time nor a cancellation of the caller cancels them, and their failures are
     * not thrown. To be called with its class in front, {@code Asyncio.wait}: the {@code wait} of {@code Object} hides a
     * static import. Bare coroutines are refused by the type; make tasks of them.
     *
     * @param <F> the futures
     * @param futures at least one; the same twice counts once
     * @param timeout null for no limit
     * @param returnWhen when to return before that
     * @return those done and those pending
     * @throws IllegalArgumentException if there are no futures
     */
    public static <F extends Future<?>> Wait<F> wait(
            Collection<F> futures, @Nullable Duration timeout, ReturnWhen returnWhen) {
        return Wait.of(futures, timeout, returnWhen);
    }

    /**
     * Iterates over awaitables as they end, see {@link #asCompleted(Collection, Duration)}.
     *
     * @param <T> the results
     * @param awaitables coroutines become tasks
     * @return an iteration in the order in which they end
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public static <T extends @Nullable Object> AsCompleted<T> asCompleted(Awaitable<? extends T>... awaitables) {
        return AsCompleted.of(Arrays.stream(awaitables).toList(), null);
    }

    /**
     * Iterates over awaitables as they end, see {@link #asCompleted(Collection, Duration)}.
     *
     * @param <T> the results
     * @param awaitables coroutines become tasks
     * @return an iteration in the order in which they end
     */
    public static <T extends @Nullable Object> AsCompleted<T> asCompleted(
            Collection<? extends Awaitable<? extends T>> awaitables) {
        return AsCompleted.of(awaitables, null);
    }

    /**
     * Iterates over awaitables as they end. When the time is over, the iteration throws {@link TimeoutException} for each
     * that is left; none is cancelled.
     *
     * @param <T> the results
     * @param awaitables coroutines become tasks; a future given twice counts once
     * @param timeout for the whole iteration; null for no limit
     * @return an iteration in the order in which they end
     */
    public static <T extends @Nullable Object> AsCompleted<T> asCompleted(
            Collection<? extends Awaitable<? extends T>> awaitables, @Nullable Duration timeout) {
        return AsCompleted.of(awaitables, timeout);
    }

    /**
     * Iterates over coroutines that return nothing as they end, see {@link #asCompleted(Collection, Duration)}.
     *
     * @param coroutines become tasks
     * @return an iteration in the order in which they end
     */
    public static AsCompleted<@Nullable Void> asCompleted(VoidCoroutine... coroutines) {
        return AsCompleted.of(asCoroutines(coroutines), null);
    }
}
