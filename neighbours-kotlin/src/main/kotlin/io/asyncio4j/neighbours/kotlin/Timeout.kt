package io.asyncio4j.neighbours.kotlin

import io.asyncio4j.neighbours.rounds.Sample
import kotlin.system.measureNanoTime
import kotlin.time.Duration.Companion.hours
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.withTimeout
import kotlinx.coroutines.yield

/**
 * A timeout of an hour around letting others run once. Measured: from before the first coroutine to the end of the
 * last.
 */
internal fun timeout(tasks: Int, times: Int): Sample = runBlocking {
    Sample.Time(
        measureNanoTime {
            coroutineScope {
                repeat(tasks) {
                    launch { repeat(times) { withTimeout(1.hours) { yield() } } }
                }
            }
        }
    )
}
