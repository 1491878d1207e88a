package io.asyncio4j.neighbours.kotlin

import io.asyncio4j.neighbours.rounds.Sample
import kotlin.system.measureNanoTime
import kotlinx.coroutines.channels.Channel
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking

/**
 * A producer and a consumer with a channel between them that holds one item. Measured: from before both to the end of
 * both.
 */
internal fun queue(tasks: Int, times: Int): Sample = runBlocking {
    require(tasks == 2) { "one produces and one consumes: 2 tasks, not $tasks" }
    var sum = 0L
    val took = measureNanoTime {
        coroutineScope {
            val channel = Channel<Int>(capacity = 1)
            launch {
                repeat(times) { channel.send(it) }
                channel.close()
            }
            launch {
                for (item in channel) {
                    sum += item
                }
            }
        }
    }
    check(sum == times * (times - 1L) / 2) { "the wrong items came out: $sum" }
    Sample.Time(took)
}
