/**
 * The workloads that have a structured form on {@code StructuredTaskScope}, a preview of the JDK: a task is a subtask of a
 * scope, and a scope ends when all of its subtasks have. {@link io.asyncio4j.neighbours.structured.Programs} serves them.
 * What two tasks do with each other, such as taking turns, has no form of its own here: it is that of plain virtual threads.
 *
 * <p>Each program is one virtual thread that opens the scope, so that with one carrier all of it runs on that one. Needs
 * {@code --enable-preview}.
 */
@NullMarked
package io.asyncio4j.neighbours.structured;

import org.jspecify.annotations.NullMarked;
