package io.asyncio4j;

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
}
