package io.asyncio4j.neighbours.kotlin

import io.asyncio4j.neighbours.rounds.Sample
import kotlin.system.measureNanoTime
import kotlinx.coroutines.async
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.yield

/**
 * One coroutine that awaits others that have ended, each many times. Measured: the awaiting, and a sum that needs it.
 */
internal fun awaitDone(tasks: Int, times: Int): Sample = runBlocking {
    val ended = List(tasks) { async { it and 1 } }
    yield()
    var sum = 0L
    val took = measureNanoTime { repeat(times) { ended.forEach { sum += it.await() } } }
    check(sum == times.toLong() * (tasks / 2)) { "awaited the wrong results: $sum" }
    Sample.Time(took)
}
