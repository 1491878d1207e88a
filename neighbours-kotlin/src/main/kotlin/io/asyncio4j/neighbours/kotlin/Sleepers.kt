package io.asyncio4j.neighbours.kotlin

import io.asyncio4j.neighbours.rounds.ResidentMemory
import io.asyncio4j.neighbours.rounds.Sample
import kotlin.time.Duration.Companion.hours
import kotlinx.coroutines.cancelChildren
import kotlinx.coroutines.delay
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.yield

/** Coroutines that all sleep at once. Measured: the resident memory of the process, before them and with them. */
internal fun sleepers(tasks: Int, times: Int): Sample = runBlocking {
    val before = ResidentMemory.now()
    repeat(tasks) { launch { delay(1.hours) } }
    yield()
    val sample = Sample.Memory(before, ResidentMemory.now(), ResidentMemory.peak())
    coroutineContext.cancelChildren()
    sample
}
