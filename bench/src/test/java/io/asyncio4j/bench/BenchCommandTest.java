package io.asyncio4j.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchCommandTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... arguments) throws Exception {
        return BenchCommand.run(arguments, new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
    }

    @Test
    void helpListsOptionsAndWorkloads() throws Exception {
        assertThat(run("--help")).isZero();

        assertThat(out.toString(UTF_8)).contains("--neighbours", "--scale", "skynet", "W11");
        assertThat(err.toString(UTF_8)).isEmpty();
    }

    @Test
    void whatMakesNoSenseIsBadUsage() throws Exception {
        assertThat(run("--neighbors")).isEqualTo(2);

        assertThat(err.toString(UTF_8))
                .contains("bench: Unknown option: '--neighbors'", "See ./asyncio4j bench --help");
        assertThat(out.toString(UTF_8)).isEmpty();
    }

    @Test
    void aMissingFileOfFiguresIsAFailure(@TempDir Path directory) throws Exception {
        Path missing = directory.resolve("none.json");

        assertThat(run("--chart", missing.toString(), "--svg", "chart.svg")).isEqualTo(1);

        assertThat(err.toString(UTF_8)).contains("there is no file " + missing);
    }

    @Test
    void whatIsNoReportIsAFailure(@TempDir Path directory) throws Exception {
        Path other = Files.writeString(directory.resolve("other.json"), "[1, 2]");

        assertThat(run("--chart", other.toString(), "--svg", "chart.svg")).isEqualTo(1);

        assertThat(err.toString(UTF_8)).contains("is no report of bench");
    }
}
