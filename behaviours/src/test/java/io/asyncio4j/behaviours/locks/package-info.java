/**
 * What asyncio's «Synchronization Primitives» promise beyond the recorded traces: texts, misuse, loop binding, the block
 * forms, and the facts of fairness and cancellation one by one. One class per primitive. All on virtual time; a test that
 * waits for what never happens fails at once.
 */
package io.asyncio4j.behaviours.locks;
