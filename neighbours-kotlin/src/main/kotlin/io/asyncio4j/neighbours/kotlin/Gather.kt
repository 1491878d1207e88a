package io.asyncio4j.neighbours.kotlin

import io.asyncio4j.neighbours.rounds.Sample
import kotlin.system.measureNanoTime
import kotlinx.coroutines.async
import kotlinx.coroutines.awaitAll
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.yield

/** Coroutines that each let the others run once and have a result. Measured: from before the first to after the sum. */
internal fun gather(tasks: Int, times: Int): Sample = runBlocking {
    Sample.Time(
        measureNanoTime {
            repeat(times) {
                val results = coroutineScope {
                    List(tasks) {
                            async {
                                yield()
                                it
                            }
                        }
                        .awaitAll()
                }
                check(results.sumOf { it.toLong() } == tasks * (tasks - 1L) / 2) { "gathered the wrong results" }
            }
        }
    )
}
