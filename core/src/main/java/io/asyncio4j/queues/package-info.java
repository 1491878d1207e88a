/**
 * Queues between the tasks of one loop: {@link io.asyncio4j.queues.Queue}, first in, first out, and its two variants.
 *
 * <p>They follow asyncio's «Queues», order of events, fairness and cancellation included. {@code get} and {@code put}
 * wait and can be called by tasks only; their {@code Nowait} forms never wait and serve callbacks too. Nothing here is
 * thread-safe: from another thread, come through {@link io.asyncio4j.EventLoop#callSoonThreadsafe}.
 *
 * <p>The package knows the front hall, {@code io.asyncio4j}, and {@code locks}.
 */
package io.asyncio4j.queues;
