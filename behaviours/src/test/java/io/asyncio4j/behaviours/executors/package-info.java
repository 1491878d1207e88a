/** A loop as an executor for others, and executors of others as the place for a loop's work. */
package io.asyncio4j.behaviours.executors;
