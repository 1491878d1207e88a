/**
 * Cancellation tokens: sources and what they are linked to, registrations, and tasks, blocks and waits bound to a token.
 */
package io.asyncio4j.behaviours.cancellation;
