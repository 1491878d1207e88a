/**
 * What asyncio's «Timeouts» promise beyond the recorded traces: states and their errors, deadlines that are past, moved
 * or missing, nesting, and whose exception it is.
 */
package io.asyncio4j.behaviours.timeouts;
