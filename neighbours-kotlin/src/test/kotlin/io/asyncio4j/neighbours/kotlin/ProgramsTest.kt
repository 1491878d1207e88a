package io.asyncio4j.neighbours.kotlin

import io.asyncio4j.neighbours.rounds.Sample
import java.io.ByteArrayOutputStream
import java.io.PrintStream
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.DynamicTest
import org.junit.jupiter.api.DynamicTest.dynamicTest
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.TestFactory

/** Each program checks its own results: here they run, small. */
class ProgramsTest {
    @TestFactory
    fun everyProgramEndsWithASample(): List<DynamicTest> = programs.map { (name, program) ->
        val tasks = if (name == "queue") 2 else 100
        dynamicTest(name) {
            val kind = if (name == "sleepers") Sample.Memory::class.java else Sample.Time::class.java
            assertThat(program.round(tasks, 3)).isInstanceOf(kind)
        }
    }

    @Test
    fun helloSaysHello() {
        val said = ByteArrayOutputStream()
        val out = System.out
        System.setOut(PrintStream(said))
        try {
            main()
        } finally {
            System.setOut(out)
        }
        assertThat(said.toString()).isEqualToIgnoringNewLines("hello")
    }
}
