package io.asyncio4j.cancellation;

import io.asyncio4j.Asyncio;
import io.asyncio4j.BaseExceptionGroup;
import io.asyncio4j.Block;
import io.asyncio4j.CancelledError;
import io.asyncio4j.ChildCancelledError;
import io.asyncio4j.Coroutine;
import io.asyncio4j.ExceptionGroup;
import io.asyncio4j.Future;
import io.asyncio4j.Task;
import io.asyncio4j.TaskGroup;
import io.asyncio4j.VoidBlock;
import io.asyncio4j.VoidCoroutine;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Tasks, groups and waits that hear of a {@link CancellationToken}. Made for
 * {@code import static io.asyncio4j.cancellation.CancellationTokens.*} beside that of {@link Asyncio}, whose functions of the
 * same names these stand next to.
 *
 * <p>{@snippet :
 * CancellationToken token = source.token();
 * Task<String> page = createTask(() -> fetch(url), token);
 * taskGroup(token, tg -> {
 *     tg.createTask(() -> fetch(news));
 *     tg.createTask(() -> fetch(sport));
 * });
 * }
 *
 * <p>A token cancels a task by {@link Task#cancel(String, Object)}, with its reason as the message and itself as the
 * reason: the task's {@link CancelledError} knows it, see {@link CancellationToken#of}. On the loop's own thread the task is
 * asked before {@code cancel} of the source returns, from another thread soon. Where the token was cancelled already, the
 * body never starts. The token hears nothing of a task that is cancelled for another reason. Nothing is left registered
 * with it when the task, block or wait has ended.
 *
 * <p>All but {@link #run} belong on a loop's thread. Follows .NET's tokens, and «Cancellation in the PPL».
 */
public final class CancellationTokens {
    private CancellationTokens() {}

    // ---- running

    /**
     * Runs a coroutine on a new loop, as {@link Asyncio#run(Coroutine)} does, bound to a token.
     *
     * @param <T> the result
     * @param main the coroutine; tasks it creates are cancelled with it only as far as it sees to that, or binds them too
     * @param token what cancels it
     * @return its result
     * @throws CancelledError if it ended cancelled; it never started if the token was cancelled before
     * @throws IllegalStateException if a loop is running on this thread
     * @throws Exception what the coroutine failed with
     */
    public static <T extends @Nullable Object> T run(Coroutine<T> main, CancellationToken token) throws Exception {
        return Asyncio.run(new Bound<>(main, token));
    }

    /**
     * Runs a coroutine that returns nothing, bound to a token, see {@link #run(Coroutine, CancellationToken)}.
     *
     * @param main the coroutine
     * @param token what cancels it
     * @throws Exception what the coroutine failed with
     */
    public static void run(VoidCoroutine main, CancellationToken token) throws Exception {
        var _ = run(Asyncio.coroutine(main), token);
    }

    // ---- tasks

    /**
     * Makes a task that is bound to a token: cancelled when it is. Its {@link CancellationToken#current} is this token.
     * Tasks that it creates see that too, but are bound only if the token is given to them as well.
     *
     * @param <T> the result
     * @param coroutine the coroutine
     * @param token what cancels the task; if it is cancelled before the first step, the coroutine never starts, and the
     *     task ends cancelled
     * @return the task
     */
    public static <T extends @Nullable Object> Task<T> createTask(Coroutine<T> coroutine, CancellationToken token) {
        return createTask(coroutine, token, null);
    }

    /**
     * Makes a task that returns nothing and is bound to a token, see {@link #createTask(Coroutine, CancellationToken)}.
     *
     * @param coroutine the coroutine
     * @param token what cancels the task
     * @return the task
     */
    public static Task<@Nullable Void> createTask(VoidCoroutine coroutine, CancellationToken token) {
        return createTask(Asyncio.coroutine(coroutine), token, null);
    }

    /**
     * Makes a named task that is bound to a token, see {@link #createTask(Coroutine, CancellationToken)}.
     *
     * @param <T> the result
     * @param coroutine the coroutine
     * @param token what cancels the task
     * @param name the name, or null for a made-up one
     * @return the task
     */
    public static <T extends @Nullable Object> Task<T> createTask(
            Coroutine<T> coroutine, CancellationToken token, @Nullable String name) {
        return Asyncio.createTask(new Bound<>(coroutine, token), name);
    }

    /**
     * Makes a named task that returns nothing and is bound to a token, see
     * {@link #createTask(Coroutine, CancellationToken)}.
     *
     * @param coroutine the coroutine
     * @param token what cancels the task
     * @param name the name, or null for a made-up one
     * @return the task
     */
    public static Task<@Nullable Void> createTask(
            VoidCoroutine coroutine, CancellationToken token, @Nullable String name) {
        return createTask(Asyncio.coroutine(coroutine), token, name);
    }

    /**
     * Starts a child of a group that is bound to a token, see {@link #createTask(Coroutine, CancellationToken)}. A child
     * that is cancelled is no failure of the group: the others go on.
     *
     * @param <T> the result
     * @param group the group
     * @param coroutine the coroutine
     * @param token what cancels the child
     * @return the task
     * @throws IllegalStateException if the group has not been entered, is finished or is shutting down
     */
    public static <T extends @Nullable Object> Task<T> createTask(
            TaskGroup group, Coroutine<T> coroutine, CancellationToken token) {
        return createTask(group, coroutine, token, null);
    }

    /**
     * Starts a child of a group that returns nothing, see {@link #createTask(TaskGroup, Coroutine, CancellationToken)}.
     *
     * @param group the group
     * @param coroutine the coroutine
     * @param token what cancels the child
     * @return the task
     */
    public static Task<@Nullable Void> createTask(TaskGroup group, VoidCoroutine coroutine, CancellationToken token) {
        return createTask(group, Asyncio.coroutine(coroutine), token, null);
    }

    /**
     * Starts a named child of a group, see {@link #createTask(TaskGroup, Coroutine, CancellationToken)}.
     *
     * @param <T> the result
     * @param group the group
     * @param coroutine the coroutine
     * @param token what cancels the child
     * @param name the name, or null for a made-up one
     * @return the task
     */
    public static <T extends @Nullable Object> Task<T> createTask(
            TaskGroup group, Coroutine<T> coroutine, CancellationToken token, @Nullable String name) {
        Objects.requireNonNull(group, "the group");
        return group.createTask(new Bound<>(coroutine, token), name);
    }

    /**
     * Starts a named child of a group that returns nothing, see
     * {@link #createTask(TaskGroup, Coroutine, CancellationToken)}.
     *
     * @param group the group
     * @param coroutine the coroutine
     * @param token what cancels the child
     * @param name the name, or null for a made-up one
     * @return the task
     */
    public static Task<@Nullable Void> createTask(
            TaskGroup group, VoidCoroutine coroutine, CancellationToken token, @Nullable String name) {
        return createTask(group, Asyncio.coroutine(coroutine), token, name);
    }

    // ---- blocks

    /**
     * Runs a body in the calling task, bound to a token: when that is cancelled, the task is, inside the body. At the end the
     * block takes its own request back, as {@link Asyncio#timeout} does: {@link Task#cancelling} is what the others left.
     * In the body, {@link CancellationToken#current} is this token.
     *
     * <p><em>Cancellation:</em> that of the token ends the body with a {@code CancelledError}, which goes on; it knows the
     * token, and who catches it outside need not {@code uncancel}. Where somebody else has cancelled the task too, the
     * body's error goes on as it is. If the token is cancelled at the last moment, and the body ends without noticing, its
     * result is returned.
     *
     * @param <T> the body's result
     * @param token what cancels the body
     * @param body the body
     * @return its result
     * @throws CancelledError if the token was cancelled; the body never starts if it was before
     * @throws IllegalStateException if the caller is no task
     * @throws Exception what the body throws
     */
    public static <T extends @Nullable Object> T withToken(CancellationToken token, Coroutine<T> body)
            throws Exception {
        Objects.requireNonNull(body, "the body");
        return new TokenBlock(token).run(body);
    }

    /**
     * Runs a body that returns nothing in the calling task, see {@link #withToken(CancellationToken, Coroutine)}.
     *
     * @param token what cancels the body
     * @param body the body
     * @throws Exception what the body throws
     */
    public static void withToken(CancellationToken token, VoidCoroutine body) throws Exception {
        var _ = withToken(token, Asyncio.coroutine(body));
    }

    /**
     * Runs a block whose tasks end before it does, see {@link TaskGroup}, bound to a token: when that is cancelled, the
     * block and its tasks are. It is {@link #withToken(CancellationToken, Coroutine)} around a group.
     *
     * <p>A task of the group that has not begun when the token is cancelled never does. So let no task that such a
     * cancellation does not reach wait for something that only a task of the group would do.
     *
     * @param <T> the block's result
     * @param token what cancels the block
     * @param block given the group, to create tasks in
     * @return the block's result
     * @throws CancelledError if the token was cancelled and there were no failures
     * @throws ExceptionGroup the failures, if all are exceptions
     * @throws BaseExceptionGroup the failures, if an {@link Error} is among them
     * @throws Exception never anything else
     */
    public static <T extends @Nullable Object> T taskGroup(CancellationToken token, Block<TaskGroup, T> block)
            throws Exception {
        Objects.requireNonNull(block, "the block");
        return withToken(token, () -> new TaskGroup().with(block));
    }

    /**
     * Runs a block that returns nothing whose tasks end before it does, see {@link #taskGroup(CancellationToken, Block)}.
     *
     * @param token what cancels the block
     * @param block given the group, to create tasks in
     * @throws Exception as there
     */
    public static void taskGroup(CancellationToken token, VoidBlock<TaskGroup> block) throws Exception {
        Objects.requireNonNull(block, "the block");
        withToken(token, () -> new TaskGroup().with(block));
    }

    // ---- waits

    /**
     * Waits until all futures have a result, or one of them ends in another way, or the token is cancelled. The futures are
     * left alone in any case, and run on: give their tasks the token as well if they are to end with it. The Parallel
     * Patterns Library's {@code when_all}.
     *
     * <p><em>Cancellation:</em> also that of the calling task ends the wait, and only the wait. What the futures have or
     * will have stays with them.
     *
     * @param <T> the results
     * @param token what ends the wait
     * @param futures of this loop
     * @return the results, in the order given; of none, none
     * @throws CancelledError if the token was cancelled, also before; it knows the token
     * @throws ChildCancelledError if one of the futures was cancelled, as soon as it was
     * @throws Exception the exception one of the futures failed with, the very object, as soon as it has
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public static <T extends @Nullable Object> List<T> whenAll(CancellationToken token, Future<? extends T>... futures)
            throws Exception {
        return JointWait.all(token, Arrays.asList(futures));
    }

    /**
     * Waits for all futures, see {@link #whenAll(CancellationToken, Future...)}.
     *
     * @param <T> the results
     * @param token what ends the wait
     * @param futures of this loop
     * @return the results, in the order given
     * @throws Exception as there
     */
    public static <T extends @Nullable Object> List<T> whenAll(
            CancellationToken token, Collection<? extends Future<? extends T>> futures) throws Exception {
        return JointWait.all(token, futures);
    }

    /**
     * Waits until the first of the futures ends, or the token is cancelled. The first counts, however it ends; of those that
     * have ended before the call, the one that was given first. The others are left alone, and run on. The Parallel
     * Patterns Library's {@code when_any}.
     *
     * <p><em>Cancellation:</em> also that of the calling task ends the wait, and only the wait. What the futures have or
     * will have stays with them.
     *
     * @param <T> the results
     * @param token what ends the wait
     * @param futures of this loop, at least one
     * @return the value of the first, its index, and itself
     * @throws CancelledError if the token was cancelled, also before; it knows the token
     * @throws ChildCancelledError if the first was cancelled
     * @throws IllegalArgumentException if there are no futures
     * @throws Exception the exception the first failed with, the very object
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public static <T extends @Nullable Object> Winner<T> whenAny(
            CancellationToken token, Future<? extends T>... futures) throws Exception {
        return JointWait.any(token, Arrays.asList(futures));
    }

    /**
     * Waits for the first of the futures, see {@link #whenAny(CancellationToken, Future...)}.
     *
     * @param <T> the results
     * @param token what ends the wait
     * @param futures of this loop, at least one
     * @return the value of the first, its index, and itself
     * @throws Exception as there
     */
    public static <T extends @Nullable Object> Winner<T> whenAny(
            CancellationToken token, Collection<? extends Future<? extends T>> futures) throws Exception {
        return JointWait.any(token, futures);
    }
}
