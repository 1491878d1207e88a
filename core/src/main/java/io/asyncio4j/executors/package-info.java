/**
 * A loop for code that knows executors only: {@link io.asyncio4j.executors.LoopExecutor} runs what it is given as tasks of
 * a loop, so that it may await.
 *
 * <p>The other way round, any {@link java.util.concurrent.ExecutorService} takes work of a loop by
 * {@link io.asyncio4j.EventLoop#runInExecutor}.
 *
 * <p>The package knows the front hall, {@code io.asyncio4j}, and nothing else of the house.
 */
package io.asyncio4j.executors;
