/**
 * The second public door: for those who extend the loop, not for those who write programs.
 *
 * <p>A {@link io.asyncio4j.lowlevel.Poller} is a loop's clock, its waiting for input and output, and its wake-up call in
 * one replaceable part: the test kit brings one whose time is virtual, a network module one that drives its transport
 * on the loop's thread. {@link io.asyncio4j.lowlevel.PollerFactory} says which one new loops get.
 *
 * <p>This package knows nothing of tasks and loops.
 */
package io.asyncio4j.lowlevel;
