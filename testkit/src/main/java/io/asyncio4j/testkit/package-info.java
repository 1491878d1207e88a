/**
 * What a test of an asyncio4j program needs: time that passes at once, and tasks started both ways.
 *
 * <p>{@link io.asyncio4j.testkit.VirtualClock} is the heart and needs no test framework: a clock that jumps to the next
 * deadline when a loop has nothing to do. {@link io.asyncio4j.testkit.VirtualTime} puts every loop of a JUnit test on
 * such a clock, and {@link io.asyncio4j.testkit.LazyAndEager} runs a test once for each
 * {@link io.asyncio4j.testkit.Mode}. JUnit is needed only by those two. Read {@code VirtualClock} first.
 *
 * <p>{@link io.asyncio4j.testkit.TestRun} is one run of a coroutine and what is looked at when it is over.
 * {@link io.asyncio4j.testkit.Exploration} makes many of them that differ in the order of their steps, and
 * {@link io.asyncio4j.testkit.CancellationSweep} many that differ in where they are cancelled;
 * {@link io.asyncio4j.testkit.Explore} and {@link io.asyncio4j.testkit.CancelEverywhere} are these for JUnit.
 *
 * <p>Nothing here guards against a test that hangs: JUnit's own {@code @Timeout} does that by the wall clock.
 */
package io.asyncio4j.testkit;
