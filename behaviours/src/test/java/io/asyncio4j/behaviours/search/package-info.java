/**
 * Searches for what is wrong only in another order of steps, or only when a task is cancelled at an unlucky await: each
 * way of waiting runs in a scenario with invariants, under {@link io.asyncio4j.testkit.Explore} and
 * {@link io.asyncio4j.testkit.CancelEverywhere}. One room for each concern.
 *
 * <p>Whether a search would find anything is shown on broken twins: copies with one deliberate defect, put into the very
 * same scenario, which must fail by the invariant that the defect breaks. {@link io.asyncio4j.behaviours.search.Defects}
 * states that.
 */
package io.asyncio4j.behaviours.search;
