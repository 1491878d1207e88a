/**
 * Holds what the operations allocate against a baseline, the only figures of this module that are ever asserted: unlike
 * times they belong to the code, not to the machine and the hour.
 *
 * <p>{@link io.asyncio4j.bench.allocation.AllocationRun} measures, a
 * {@link io.asyncio4j.bench.allocation.Baseline} is what was measured last and compares, and
 * {@link io.asyncio4j.bench.allocation.AllocationCommand} shows both and brings the baseline up to date. A test does the
 * same as the command and fails where they differ.
 */
@NullMarked
package io.asyncio4j.bench.allocation;

import org.jspecify.annotations.NullMarked;
