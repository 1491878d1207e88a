package io.asyncio4j.neighbours.kotlin

import io.asyncio4j.neighbours.rounds.Sample
import kotlin.system.measureNanoTime
import kotlinx.coroutines.async
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.runBlocking

private const val CHILDREN = 10

/**
 * A tree of coroutines, ten children a node, each returning the sum of its leaves' numbers. Measured: the whole tree.
 */
internal fun skynet(tasks: Int, times: Int): Sample = runBlocking {
    Sample.Time(
        measureNanoTime {
            repeat(times) {
                val sum = sumOfLeaves(first = 0, leaves = tasks)
                check(sum == tasks * (tasks - 1L) / 2) { "the tree has the wrong sum: $sum" }
            }
        }
    )
}

private suspend fun sumOfLeaves(first: Long, leaves: Int): Long =
    if (leaves == 1) first
    else
        coroutineScope {
            val each = leaves / CHILDREN
            List(CHILDREN) { async { sumOfLeaves(first + it * each, each) } }.sumOf { it.await() }
        }
