package io.asyncio4j.neighbours.kotlin

import io.asyncio4j.neighbours.rounds.Sample
import kotlin.system.measureNanoTime
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.yield

/**
 * Coroutines that let each other run, in turn; a single one that wakes itself. Measured: from before the first to the
 * end of the last.
 */
internal fun switch(tasks: Int, times: Int): Sample = runBlocking {
    Sample.Time(
        measureNanoTime {
            coroutineScope {
                repeat(tasks) {
                    launch { repeat(times) { yield() } }
                }
            }
        }
    )
}
