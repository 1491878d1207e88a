/**
 * Ways of running several things that asyncio does not have: races, blocks one moves on from, a limited number at a time,
 * cancelling and waiting. Nothing is left running behind any of them, and the count of cancellations is right after each.
 */
package io.asyncio4j.behaviours.scopes;
