/**
 * What the single operations of the library cost, in time and in memory allocated: JMH's benchmarks, one class for each.
 *
 * <p>A {@link io.asyncio4j.bench.operations.LoopOperation} keeps one loop for all its invocations. An invocation runs that
 * loop over so many operations that starting it does not count, and JMH divides by them: every score is that of one
 * operation. They know the library's public API and nothing else of this module.
 */
@NullMarked
package io.asyncio4j.bench.operations;

import org.jspecify.annotations.NullMarked;
