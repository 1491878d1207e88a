/**
 * The scenario language, on asyncio4j's public API used as any program would use it.
 *
 * <p>Reading and running are two steps. A {@link io.asyncio4j.conformance.interpreter.Program} is read once: the
 * {@code Vocabulary} turns each JSON statement into a {@code Statement}, with the operations grouped by concern
 * ({@code TaskOperations}, {@code WaitingOperations} ...). An
 * {@link io.asyncio4j.conformance.interpreter.Interpretation} then runs it once, on a fresh loop with a virtual clock,
 * and gives its trace. Read {@code Interpretation} first, then {@code Frame}, then any of the operations.
 *
 * <p>Everything runs on the loop's threads, one at a time; only {@code Interpretation.abandon} is for other threads.
 * The meaning of each operation is told in the language's own description, beside the reference interpreter.
 */
@NullMarked
package io.asyncio4j.conformance.interpreter;

import org.jspecify.annotations.NullMarked;
