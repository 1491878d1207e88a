package io.asyncio4j.neighbours.kotlin

import io.asyncio4j.neighbours.rounds.Sample
import kotlin.system.measureNanoTime
import kotlin.time.Duration.Companion.milliseconds
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.delay
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking

private const val STRIDE = 7919L
private val LONGEST = 100.milliseconds

/**
 * Coroutines that sleep from 0 to 100 milliseconds, evenly spread, created in another order than they wake in.
 * Measured: from before the first to the end of the last, so 100 milliseconds at the least.
 */
internal fun sleeps(tasks: Int, times: Int): Sample = runBlocking {
    Sample.Time(
        measureNanoTime {
            repeat(times) {
                coroutineScope {
                    repeat(tasks) { i ->
                        val place = (i * STRIDE % tasks).toInt()
                        launch { delay(LONGEST * place / tasks) }
                    }
                }
            }
        }
    )
}
