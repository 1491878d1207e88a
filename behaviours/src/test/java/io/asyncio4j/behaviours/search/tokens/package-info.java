/**
 * Searches for tasks that do not hear of a cancelled token, or hear of it when it is no business of theirs any more:
 * registrations, bound tasks, blocks and groups, and waits for futures and a token.
 */
package io.asyncio4j.behaviours.search.tokens;
