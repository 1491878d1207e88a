/**
 * The workloads as programs on asyncio4j, written as a user of it would. {@link io.asyncio4j.bench.programs.Programs} serves
 * one of them, round by round, in a JVM of its own. Knows the library's public API and nothing of the package above.
 */
@NullMarked
package io.asyncio4j.bench.programs;

import org.jspecify.annotations.NullMarked;
