package io.asyncio4j.testkit;

/**
 * What a {@link CancellationSweep} without a failure has done.
 *
 * @param awaits at how many awaits the task was cancelled
 * @param runs how often the body ran: twice for each await, once without a cancellation, once to see that there is no
 *     further await
 */
public record SweepResult(int awaits, int runs) {}
