/**
 * Searches for items that a queue loses, gives twice or gives out of turn, and for tasks that it leaves waiting: when
 * tasks run in another order than asyncio's, and when one of them is cancelled at an unlucky await. All three kinds of
 * queue.
 *
 * <p>The scenario is played with the real ones ({@code QueueSearchTest}) and with copies that are broken in one way
 * each ({@code QueueTwinTest}), to show that the search finds that.
 */
package io.asyncio4j.behaviours.search.queues;
