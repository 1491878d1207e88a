package io.asyncio4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** That the README tells the truth. */
final class ReadmeTest {

    @Test
    void theProgramPrintsWhatItPromises() throws Exception {
        ExampleRun run = ExampleRun.of("readme");

        assertThat(run.lines())
                .containsExactly(
                        "news: connection closed",
                        "sport: connection closed",
                        "[news, sport] in two seconds, not three",
                        "weather: connection closed",
                        "archive: connection closed",
                        "too slow: what was not done is cancelled, and nothing is left running");
        assertThat(run.elapsed()).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void theProgramIsThatOfTheExample() throws IOException {
        String program = Files.readString(Path.of("..", "README.md"))
                .split("```java\n")[1]
                .split("```")[0];

        assertThat(codeOf(
                        Files.readString(Path.of("src", "main", "java", "io", "asyncio4j", "examples", "Readme.java"))))
                .contains(codeOf(program));
    }

    /** The methods, whatever the indentation. */
    private static String codeOf(String source) {
        return source.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("import "))
                .collect(Collectors.joining("\n"));
    }
}
