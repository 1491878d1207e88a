@file:JvmName("Hello")

package io.asyncio4j.neighbours.kotlin

import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.yield

/** The smallest program with a loop. What is measured is the whole process. */
fun main() = runBlocking {
    yield()
    println("hello")
}
