package io.asyncio4j.neighbours.kotlin

import io.asyncio4j.neighbours.rounds.Sample
import kotlin.system.measureNanoTime
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking

/** A scope of coroutines that do nothing. Measured: from before the scope to after it. */
internal fun group(tasks: Int, times: Int): Sample = runBlocking {
    Sample.Time(measureNanoTime { repeat(times) { coroutineScope { repeat(tasks) { launch {} } } } })
}
