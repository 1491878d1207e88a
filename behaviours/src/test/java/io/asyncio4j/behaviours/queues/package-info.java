/**
 * What asyncio's «Queues» promise beyond the recorded traces: texts, misuse, null items, and the facts of order,
 * cancellation and shutdown one by one. All on virtual time; a test that waits for what never happens fails at once.
 */
package io.asyncio4j.behaviours.queues;
