@file:JvmName("Programs")

package io.asyncio4j.neighbours.kotlin

import io.asyncio4j.neighbours.rounds.Program
import io.asyncio4j.neighbours.rounds.Rounds

/** The programs by name. Each runs on the event loop of a `runBlocking`, so on the one thread that called it. */
internal val programs: Map<String, Program> =
    mapOf(
        "switch" to Program(::switch),
        "await-done" to Program(::awaitDone),
        "group" to Program(::group),
        "gather" to Program(::gather),
        "sleeps" to Program(::sleeps),
        "cancel" to Program(::cancel),
        "cancel-waiting" to Program(::cancelWaiting),
        "fail" to Program(::fail),
        "timeout" to Program(::timeout),
        "queue" to Program(::queue),
        "lock" to Program(::lock),
        "deep-anew" to Program(::deepAnew),
        "deep" to Program(::deep),
        "sleepers" to Program(::sleepers),
        "skynet" to Program(::skynet),
        "to-thread" to Program(::toThread),
        "submit" to Program(::submit),
    )

/** Serves rounds of one program: its name, how many tasks, how often each. */
fun main(arguments: Array<String>) = Rounds.serve(programs, arguments)
