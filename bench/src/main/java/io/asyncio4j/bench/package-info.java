/**
 * Measures what asyncio4j costs, beside what the same work costs elsewhere. Nothing here is asserted: a figure belongs
 * to the machine and the hour it was taken in.
 *
 * <p>Begin at {@link io.asyncio4j.bench.Workload}, the list of what is measured. Each workload is a whole program, ours in
 * the package {@code programs} and one for each neighbour. A {@link io.asyncio4j.bench.Contestant} knows how to start its
 * program, a {@link io.asyncio4j.bench.ContestantProcess} is the program running, and
 * {@link io.asyncio4j.bench.Contest} lets them take turns. {@link io.asyncio4j.bench.BenchCommand} is the command.
 *
 * <p>The process of the command measures nothing itself. It asks each program for one round at a time over its standard
 * input, so that no two ever run at once and a noisy moment of the machine meets both alike.
 */
@NullMarked
package io.asyncio4j.bench;

import org.jspecify.annotations.NullMarked;
