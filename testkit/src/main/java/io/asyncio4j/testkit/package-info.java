/**
 * What a test of an asyncio4j program needs: time that passes at once, tasks started both ways, a look at what is left
 * behind, and a search for races.
 *
 * <p>{@link io.asyncio4j.testkit.AsyncioTest} takes the place of JUnit's {@code @Test}: the test method is the main task of
 * a loop. {@link io.asyncio4j.testkit.LeakCheck} looks at what it leaves, {@link io.asyncio4j.testkit.Suspension} and
 * {@link io.asyncio4j.testkit.Sequencer} bring tasks into position. Read {@code AsyncioTest} first.
 *
 * <p>{@link io.asyncio4j.testkit.VirtualClock} needs no test framework: a clock that jumps to the next deadline when a loop
 * has nothing to do. {@link io.asyncio4j.testkit.VirtualTime} puts every loop of a plain JUnit test on such a clock, and
 * {@link io.asyncio4j.testkit.LazyAndEager} runs one once for each {@link io.asyncio4j.testkit.Mode}.
 *
 * <p>{@link io.asyncio4j.testkit.TestRun} is one run of a coroutine and what is looked at when it is over.
 * {@link io.asyncio4j.testkit.Exploration} makes many of them that differ in the order of their steps, and
 * {@link io.asyncio4j.testkit.CancellationSweep} many that differ in where they are cancelled;
 * {@link io.asyncio4j.testkit.Explore} and {@link io.asyncio4j.testkit.CancelEverywhere} are these for JUnit.
 *
 * <p>JUnit is needed only by the annotations and their extensions. A limit by the wall clock is JUnit's own
 * {@code @Timeout}.
 */
package io.asyncio4j.testkit;
