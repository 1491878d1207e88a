/**
 * The threads below the tasks: each task keeps one, exactly one runs at any moment, and nothing that is done to a thread
 * from outside, nor what a task does to its own, breaks the loop. Read {@code InterruptTest} first.
 */
package io.asyncio4j.behaviours.fibers;
