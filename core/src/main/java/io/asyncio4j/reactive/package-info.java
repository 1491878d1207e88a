/**
 * Reactive streams on both sides of a task: {@link io.asyncio4j.reactive.Reactive#each} iterates over a
 * {@link java.util.concurrent.Flow.Publisher} as if it were a collection, and
 * {@link io.asyncio4j.reactive.Reactive#publisher} makes a publisher of an iteration that may await.
 *
 * <p>The rules are those of the JDK's {@link java.util.concurrent.Flow}, that is of Reactive Streams 1.0.4; both sides
 * pass its TCK. Back pressure is the demand of that specification: what is not asked for is not sent. Signals may come
 * from any thread and are handed to the loop; a clock that is not the machine's does not know of the publisher's threads.
 *
 * <p>The package knows the front hall, {@code io.asyncio4j}, and nothing else of the house.
 */
package io.asyncio4j.reactive;
