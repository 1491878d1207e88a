/**
 * Lets contestants do the same work in turn. Begin at {@link io.asyncio4j.bench.contest.Contest}: it has each
 * {@link io.asyncio4j.bench.contest.Contestant}'s program run in a process, gathers a
 * {@link io.asyncio4j.bench.contest.Result} for each, and hands them out side by side as a
 * {@link io.asyncio4j.bench.contest.Comparison}.
 *
 * <p>This process measures nothing itself. It asks each program for one round at a time over its standard input, so that no
 * two ever run at once and a noisy moment of the machine meets all alike. Knows the workloads, no contestant in particular.
 */
@NullMarked
package io.asyncio4j.bench.contest;

import org.jspecify.annotations.NullMarked;
