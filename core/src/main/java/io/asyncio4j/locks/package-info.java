/**
 * Locks, events, conditions, semaphores and barriers between the tasks of one loop.
 *
 * <p>Read {@link io.asyncio4j.locks.Lock} first; every other class here waits in the same way. They follow asyncio's
 * «Synchronization Primitives», order of events, fairness and cancellation included. What a cancellation at the last
 * moment does is told at each waiting method; in short: whoever is cancelled passes on what it was about to get.
 *
 * <p>Three of asyncio's names belong to {@link java.lang.Object} in Java and have another word here: {@code wait} is
 * {@code await} (and {@code wait_for} is {@code awaitFor}), {@code notify} is {@code signal}, {@code notify_all} is
 * {@code signalAll}. The block form {@code async with lock} is {@code lock.with(() -> ...)}.
 *
 * <p>Nothing here is thread-safe, and nothing needs to be: one task runs at a time. From another thread, come through
 * {@link io.asyncio4j.EventLoop#callSoonThreadsafe}. An object may be made anywhere and belongs to the loop in which a
 * task first has to wait for it. Methods that may wait can be called by tasks only, the others by callbacks too.
 *
 * <p>The package knows the front hall, {@code io.asyncio4j}, and nothing else of ours.
 */
package io.asyncio4j.locks;
