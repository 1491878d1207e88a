/**
 * The workloads on plain virtual threads and {@code java.util.concurrent}, nothing else: a task is a virtual thread, cancelling
 * is interrupting, waiting is blocking. {@link io.asyncio4j.neighbours.plain.Programs} serves them.
 *
 * <p>Each program is one virtual thread that starts the others, so that with one carrier all of it runs on that one; only
 * {@code submit} is seen from a platform thread.
 */
@NullMarked
package io.asyncio4j.neighbours.plain;

import org.jspecify.annotations.NullMarked;
