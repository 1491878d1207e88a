/**
 * Measures what asyncio4j costs, beside what the same work costs elsewhere. Nothing here is asserted: a figure belongs
 * to the machine and the hour it was taken in.
 *
 * <p>{@link io.asyncio4j.bench.BenchCommand} is the command. Its rooms: {@code workloads} is what is measured and what ours
 * is to reach, {@code programs} how ours does it, {@code contestants} who takes part, {@code contest} how they take turns,
 * and {@code report} what becomes of the figures. This package may know all of them, {@code contestants} and {@code report}
 * know {@code contest} and {@code workloads}, {@code contest} knows {@code workloads}, and {@code programs} nobody.
 */
@NullMarked
package io.asyncio4j.bench;

import org.jspecify.annotations.NullMarked;
