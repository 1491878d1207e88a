package io.asyncio4j.neighbours.kotlin

import io.asyncio4j.neighbours.rounds.Sample
import kotlin.time.Duration.Companion.hours
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.delay
import kotlinx.coroutines.job
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.yield

private class Failure(val nanoTime: Long) : Exception()

/**
 * A scope of coroutines that sleep, and one that fails. Measured: from its failure, when the others are asleep, until
 * the scope throws it; by then they are cancelled and have ended.
 */
internal fun fail(tasks: Int, times: Int): Sample = runBlocking {
    try {
        coroutineScope {
            repeat(tasks) { launch { delay(1.hours) } }
            yield()
            launch { throw Failure(System.nanoTime()) }
        }
    } catch (failure: Failure) {
        val took = Sample.Time.since(failure.nanoTime)
        check(coroutineContext.job.children.none()) { "a sleeping coroutine outlived its scope" }
        return@runBlocking took
    }
    error("the scope did not throw what its child had failed with")
}
