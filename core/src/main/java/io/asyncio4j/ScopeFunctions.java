package io.asyncio4j;

import java.time.Duration;
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
}
