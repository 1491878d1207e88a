package io.asyncio4j.neighbours.kotlin

import io.asyncio4j.neighbours.rounds.Sample
import kotlin.system.measureNanoTime
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.yield

private const val LEVELS = 100

/** Coroutines that call deep, let the others run once, and return all the way, again and again. */
internal fun deepAnew(tasks: Int, times: Int): Sample = inEach(tasks) { repeat(times) { descend(1) } }

/** Coroutines that call deep once, and there let the others run again and again. */
internal fun deep(tasks: Int, times: Int): Sample = inEach(tasks) { descend(times) }

/** Measured: from before the first coroutine to the end of the last. */
private fun inEach(tasks: Int, work: suspend () -> Unit): Sample = runBlocking {
    Sample.Time(measureNanoTime { coroutineScope { repeat(tasks) { launch { work() } } } })
}

private suspend fun descend(times: Int) {
    val returned = levels(LEVELS, times)
    check(returned == LEVELS) { "returned from $returned levels" }
}

/** Adds to what it called returns: a call in tail position would need no frame to come back to. */
private suspend fun levels(below: Int, times: Int): Int {
    if (below == 0) {
        repeat(times) { yield() }
        return 0
    }
    return levels(below - 1, times) + 1
}
