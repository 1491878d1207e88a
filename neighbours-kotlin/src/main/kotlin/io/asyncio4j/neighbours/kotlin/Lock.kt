package io.asyncio4j.neighbours.kotlin

import io.asyncio4j.neighbours.rounds.Sample
import kotlin.system.measureNanoTime
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.sync.Mutex
import kotlinx.coroutines.sync.withLock
import kotlinx.coroutines.yield

/**
 * Coroutines that hand a mutex on, each letting the others run while it holds it. Measured: from before the first to
 * the end of the last.
 */
internal fun lock(tasks: Int, times: Int): Sample = runBlocking {
    var holders = 0
    var held = 0L
    val took = measureNanoTime {
        coroutineScope {
            val mutex = Mutex()
            repeat(tasks) {
                launch {
                    repeat(times) {
                        mutex.withLock {
                            check(holders++ == 0) { "two hold the mutex" }
                            yield()
                            holders--
                            held++
                        }
                    }
                }
            }
        }
    }
    check(held == tasks.toLong() * times) { "held only $held times" }
    Sample.Time(took)
}
