/** Reactive streams: iterating over a publisher, publishing an iteration, and the TCK of both. */
package io.asyncio4j.behaviours.reactive;
