package io.asyncio4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The command beneath {@code ./asyncio4j examples} and {@code ./asyncio4j example NAME}. */
final class ExamplesCommandTest {

    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    @Test
    void listHasALineForEachExample() throws Exception {
        List<String> lines =
                ExampleRun.printedBy(() -> assertThat(execute("list")).isZero());

        assertThat(lines)
                .hasSameSizeAs(Examples.ALL)
                .anyMatch(line -> line.matches("who_was_cancelled parent\\|child {2}was I .*"));
    }

    @Test
    void runRunsOnVirtualTime() throws Exception {
        List<String> lines = ExampleRun.printedBy(
                () -> assertThat(execute("run", "eternity")).isZero());

        assertThat(lines).containsExactly("timeout!");
    }

    @Test
    void runRunsInRealTimeWhereToldTo() throws Exception {
        List<String> lines = ExampleRun.printedBy(
                () -> assertThat(execute("run", "nested_await", "--real-time")).isZero());

        assertThat(lines).endsWith("42");
    }

    @Test
    void anExamplesArgumentIsPassedOn() throws Exception {
        List<String> lines = ExampleRun.printedBy(
                () -> assertThat(execute("run", "who_was_cancelled", "child")).isZero());

        assertThat(lines).endsWith("parent(): child is cancelled now");
    }

    @Test
    void anUnknownNameIsRefusedWithTheList() throws Exception {
        assertThat(execute("run", "hello_wrld")).isEqualTo(2);
        assertThat(errors.toString(StandardCharsets.UTF_8))
                .contains("'hello_wrld'")
                .contains("\nhello_world ");
    }

    @Test
    void aWrongArgumentIsRefusedWithTheRightOnes() throws Exception {
        assertThat(execute("run", "who_was_cancelled", "uncle")).isEqualTo(2);
        assertThat(errors.toString(StandardCharsets.UTF_8)).contains("who_was_cancelled parent|child");
    }

    @Test
    void anArgumentForAnExampleThatTakesNoneIsRefused() throws Exception {
        assertThat(execute("run", "hello_world", "loud")).isEqualTo(2);
    }

    @Test
    void anythingElseIsRefusedWithTheUsage() throws Exception {
        assertThat(execute("dance")).isEqualTo(2);
        assertThat(errors.toString(StandardCharsets.UTF_8)).startsWith("usage: ");
    }

    private int execute(String... arguments) throws Exception {
        return new ExamplesCommand(new PrintStream(errors, true, StandardCharsets.UTF_8)).execute(List.of(arguments));
    }
}
