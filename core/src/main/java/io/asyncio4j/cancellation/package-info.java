/**
 * Cancellation tokens: a request to stop that is made in one place, from any thread, and heard in many.
 *
 * <p>Begin with {@link io.asyncio4j.cancellation.CancellationTokenSource}, which makes the request, and
 * {@link io.asyncio4j.cancellation.CancellationToken}, which one hands out to those who are to hear it. What binds tasks,
 * groups and waits to a token is in {@link io.asyncio4j.cancellation.CancellationTokens}, made for a static import beside
 * that of {@link io.asyncio4j.Asyncio}.
 *
 * <p>The tokens are .NET's ({@code System.Threading.CancellationTokenSource} and its kin), {@code whenAll} and
 * {@code whenAny} the Parallel Patterns Library's; what becomes of a bound task is asyncio's: its {@code cancel} is called.
 * Sources, tokens and registrations may be used by any thread; {@code CancellationTokens} belongs on a loop's.
 *
 * <p>To read the machinery, begin with {@code Signal}, the state that a source and its token share. The package knows the
 * front hall, {@code io.asyncio4j}, and {@code context}, and nothing else of ours.
 */
package io.asyncio4j.cancellation;
