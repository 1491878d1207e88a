/**
 * The workloads on the JDK's bare continuations, what virtual threads are made of: the floor below which nothing that swaps
 * stacks on this JVM can get. No scheduler but a queue ({@link io.asyncio4j.neighbours.continuation.Turns}), one platform
 * thread, no results, errors or cancellation beyond what the workload needs; nobody should write programs so.
 * {@link io.asyncio4j.neighbours.continuation.Programs} serves them.
 *
 * <p>Needs {@code --add-exports java.base/jdk.internal.vm=ALL-UNNAMED}.
 */
@NullMarked
package io.asyncio4j.neighbours.continuation;

import org.jspecify.annotations.NullMarked;
