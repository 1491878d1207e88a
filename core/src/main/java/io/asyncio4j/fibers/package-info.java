/**
 * Threads that pass one baton.
 *
 * <p>Read {@link io.asyncio4j.fibers.Fiber} first: its {@code transfer} is the only switch there is.
 * {@link io.asyncio4j.fibers.FiberPool} makes fibers, keeps idle ones and lets the rest go. The loop alone uses this
 * package; it is not exported and knows neither tasks nor futures, so that another way of switching can be put in its
 * place.
 *
 * <p>All state that is handed on with the baton needs no lock and no fence of its own: the baton's hand-over is a release
 * on one side and an acquire on the other.
 */
package io.asyncio4j.fibers;
