package io.asyncio4j.neighbours;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The smallest program of every neighbour. */
class HelloTest {
    private final PrintStream out = System.out;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @BeforeEach
    void listen() {
        System.setOut(new PrintStream(printed, true, UTF_8));
    }

    @AfterEach
    void listenNoMore() {
        System.setOut(out);
    }

    @Test
    void aVirtualThreadSaysHello() throws InterruptedException {
        io.asyncio4j.neighbours.plain.Hello.main(new String[0]);
        assertThat(printed.toString(UTF_8)).isEqualToIgnoringNewLines("hello");
    }

    @Test
    void aSubtaskSaysHello() throws ReflectiveOperationException {
        // by name: javac reads no class that uses a preview, as long as it previews nothing itself
        Class.forName("io.asyncio4j.neighbours.structured.Hello")
                .getMethod("main", String[].class)
                .invoke(null, (Object) new String[0]);
        assertThat(printed.toString(UTF_8)).isEqualToIgnoringNewLines("hello");
    }

    @Test
    void aContinuationSaysHello() {
        io.asyncio4j.neighbours.continuation.Hello.main(new String[0]);
        assertThat(printed.toString(UTF_8)).isEqualToIgnoringNewLines("hello");
    }
}
