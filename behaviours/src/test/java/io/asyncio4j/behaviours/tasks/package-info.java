/**
 * What asyncio's «Coroutines and Tasks» promise of tasks and of the functions that wait for them, beyond the recorded
 * traces: names, stacks, texts, refused inputs, overloads, factories, eager starts. On virtual time; a test that waits
 * for what never happens fails at once.
 */
package io.asyncio4j.behaviours.tasks;
