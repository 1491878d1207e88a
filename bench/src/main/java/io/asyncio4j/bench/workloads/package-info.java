/**
 * What is measured, by which program with how much to do, and what ours is to reach. Begin at
 * {@link io.asyncio4j.bench.workloads.Workload}. Knows no contestant but by its name, the
 * {@link io.asyncio4j.bench.workloads.Side}, and measures nothing.
 */
@NullMarked
package io.asyncio4j.bench.workloads;

import org.jspecify.annotations.NullMarked;
