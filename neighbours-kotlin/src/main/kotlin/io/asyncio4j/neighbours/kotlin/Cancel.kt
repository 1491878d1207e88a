package io.asyncio4j.neighbours.kotlin

import io.asyncio4j.neighbours.rounds.Sample
import kotlin.system.measureNanoTime
import kotlin.time.Duration.Companion.hours
import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.delay
import kotlinx.coroutines.joinAll
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.yield

/** Coroutines that sleep, cancelled one after the other and then joined. */
internal fun cancel(tasks: Int, times: Int): Sample = cancelAll(tasks) { delay(1.hours) }

/** Coroutines that each await what nobody completes, cancelled one after the other and then joined. */
internal fun cancelWaiting(tasks: Int, times: Int): Sample = cancelAll(tasks) { CompletableDeferred<Unit>().await() }

/** Measured: from the first cancel, when all are waiting, until the last has ended; not their creation. */
private fun cancelAll(tasks: Int, waiting: suspend CoroutineScope.() -> Unit): Sample = runBlocking {
    val waiters = List(tasks) { launch(block = waiting) }
    yield()
    val took = measureNanoTime {
        waiters.forEach { it.cancel() }
        waiters.joinAll()
    }
    check(waiters.all { it.isCancelled }) { "a waiting coroutine was not cancelled" }
    Sample.Time(took)
}
