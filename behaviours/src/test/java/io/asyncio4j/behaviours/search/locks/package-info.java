/**
 * Searches for what is lost or granted twice by locks, events, conditions, semaphores and barriers: when tasks run in
 * another order than asyncio's, and when one of them is cancelled at an unlucky await.
 *
 * <p>Each primitive has a scenario with its invariants, which is played with the real one ({@code …SearchTest}) and with
 * copies of it that are broken in one way each ({@code …TwinTest}), to show that the search finds that.
 */
package io.asyncio4j.behaviours.search.locks;
