/**
 * What asyncio's «Futures» promise beyond the recorded traces: outcomes and the misuse of them, callbacks, waiting by
 * several tasks, and how futures are shown.
 */
package io.asyncio4j.behaviours.futures;
