package io.asyncio4j.testkit;

/**
 * What an {@link Exploration} without a failure has seen.
 *
 * @param runs how often the body ran
 * @param schedules how many of these runs differed from all before in the order of their steps, or in where the task was
 *     cancelled: 1 if there is nothing to explore
 * @param choices how often the first run, in asyncio's order, had more than one step to choose from
 * @param seed what the orders were made from
 */
public record ExplorationResult(int runs, int schedules, int choices, long seed) {}
