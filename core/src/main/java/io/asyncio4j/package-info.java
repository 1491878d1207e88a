/**
 * The front hall: asyncio's tasks in Java.
 *
 * <p>Begin at {@link io.asyncio4j.Asyncio}, asyncio's functions by their names. What one handles with them:
 *
 * <ul>
 *   <li>{@link io.asyncio4j.Awaitable}, {@link io.asyncio4j.Coroutine}, {@link io.asyncio4j.Future},
 *       {@link io.asyncio4j.Task}: what can be awaited
 *   <li>{@link io.asyncio4j.TaskGroup}, {@link io.asyncio4j.Timeout}: blocks that end together, or in time
 *   <li>{@link io.asyncio4j.CancelledError}: how a cancellation shows
 *   <li>{@link io.asyncio4j.Runner}, {@link io.asyncio4j.EventLoop}: what is beneath
 * </ul>
 *
 * <p>To read the machinery, begin with {@code Scheduler}: the turns of a loop, and who runs next. All state of a loop is
 * touched only by the thread that holds its baton; what any thread may touch says so. This package knows
 * {@code context}, {@code lowlevel} and {@code fibers}, and nothing else of the house.
 *
 * <p>{@code java.lang.Object} has taken some of asyncio's names. {@code asyncio.wait} is {@code Asyncio.wait}, but only
 * with its class in front; the methods {@code wait}, {@code wait_for}, {@code notify} and {@code notify_all} of the
 * package {@code locks} are {@code await}, {@code awaitFor}, {@code signal} and {@code signalAll}.
 *
 * <p>Arguments are not null unless they are marked {@code @Nullable}.
 */
package io.asyncio4j;
