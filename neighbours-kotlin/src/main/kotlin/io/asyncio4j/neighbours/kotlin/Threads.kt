package io.asyncio4j.neighbours.kotlin

import io.asyncio4j.neighbours.rounds.Sample
import kotlin.system.measureNanoTime
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.future.future
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.withContext

/** A coroutine that has another thread call a function and awaits it, one call at a time. Measured: all calls. */
internal fun toThread(tasks: Int, times: Int): Sample = runBlocking {
    var sum = 0L
    val took = measureNanoTime { repeat(times) { sum += withContext(Dispatchers.IO) { it } } }
    check(sum == times * (times - 1L) / 2) { "the other thread returned wrong results: $sum" }
    Sample.Time(took)
}

/**
 * A thread outside that has the loop run a coroutine and blocks until it has ended, one at a time. Measured: all of
 * them.
 */
internal fun submit(tasks: Int, times: Int): Sample = runBlocking {
    val loop = this
    withContext(Dispatchers.IO) {
        var sum = 0L
        val took = measureNanoTime { repeat(times) { sum += loop.future { it }.get() } }
        check(sum == times * (times - 1L) / 2) { "the loop returned wrong results: $sum" }
        Sample.Time(took)
    }
}
